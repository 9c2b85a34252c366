// The tools at the top: stories, sharing, files, settings, keys. Each is a panel that opens below its button.

import { fill, h } from "../dom.js";
import { w } from "../words.js";

/** @typedef {import("../types").Model} Model */
/** @typedef {import("../prefs.js").Prefs} Prefs */
/**
 * @typedef {{
 *   model: Model, prefs: () => Prefs, link: () => string,
 *   doing: { presets: import("./presets.js").Doing & { all: () => Promise<import("../types").Presets> }, story: (index: number) => void, save: () => void, open: (file: File) => void, copy: (text: string) => Promise<boolean>, prefer: (changes: Partial<Prefs>) => void, seed: (seed: number) => void },
 *   seed: () => number,
 * }} Tools
 */

/** @param {HTMLElement} place @param {Tools} tools */
export function drawTools(place, tools) {
  fill(
    place,
    panel("stories", w("tools.stories"), tools),
    panel("presets", w("tools.presets"), tools),
    panel("share", w("tools.share"), tools),
    panel("files", w("tools.files"), tools),
    h("a", { class: "quiet", href: "/cookie" }, w("tools.cookie")),
    panel("settings", w("tools.settings"), tools),
    panel("keys", w("tools.keys"), tools, "?"),
  );
}

/** Close every panel. */
export function closePanels() {
  for (const open of document.querySelectorAll("[popover]:popover-open")) if (open instanceof HTMLElement) open.hidePopover();
}

/** Open a panel as its button does. @param {string} id */
export function openPanel(id) {
  document.getElementById(`${id}-button`)?.click();
}

/** @param {"stories" | "presets" | "share" | "files" | "settings" | "keys"} id @param {string} name @param {Tools} tools @param {string} [letter] */
function panel(id, name, tools, letter = "") {
  const box = h("div", { popover: "auto", id: `${id}-panel`, class: "panel", tabindex: "0", role: "group", "aria-label": name });
  const button = h("button", { type: "button", class: "quiet", id: `${id}-button`, "aria-expanded": "false", "aria-controls": `${id}-panel`, popovertarget: `${id}-panel` }, name, letter !== "" && h("kbd", { "aria-hidden": "true" }, letter));
  box.addEventListener("beforetoggle", (event) => {
    const opens = /** @type {ToggleEvent} */ (event).newState === "open";
    button.setAttribute("aria-expanded", String(opens));
    if (!opens) return;
    void import("./panels.js").then(({ content }) => fill(box, h("h2", null, name), ...content(id, tools)));
    const below = button.getBoundingClientRect();
    box.style.setProperty("--below", `${below.bottom + 6}px`);
    // Under its button, but never beyond the window.
    const wide = document.documentElement.clientWidth;
    const right = Math.max(8, Math.min(wide - below.right, wide - Math.min(420, wide - 16) - 8));
    box.style.setProperty("--right", `${right}px`);
  });
  return h("span", null, button, box);
}
