// One letter for one step. Dead where somebody types, with a modifier, and where they are switched off.

const TYPING = "input:not([type=button], [type=checkbox], [type=radio]), textarea, select, [contenteditable]";
const ARROWS = ["ArrowLeft", "ArrowRight", "Home", "End"];

/**
 * Listen for single keys.
 * @param {() => boolean} on whether they are switched on
 * @param {(key: string) => boolean} handle does something about a key, or says false
 */
export function listen(on, handle) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !on()) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest(TYPING)) return;
    // Arrows belong to a group of radio buttons, and to what scrolls sideways, when the focus is there.
    if (ARROWS.includes(event.key) && target?.closest("[type=radio], [data-scrolls]")) return;
    if (handle(event.key.length === 1 ? event.key.toLowerCase() : event.key)) event.preventDefault();
  });
}
