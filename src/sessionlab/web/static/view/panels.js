// What the tools' panels hold; loaded when the first of them opens.

import { h } from "../dom.js";
import { w } from "../words.js";

/** @typedef {import("./tools.js").Tools} Tools */
/** @typedef {import("../dom.js").Child} Child */

/** The content of a panel. @param {"stories" | "presets" | "share" | "files" | "settings" | "keys"} id @param {Tools} tools @returns {Child[]} */
export function content(id, tools) {
  return { stories, presets: frameworks, share: sharing, files, settings, keys: shortcuts }[id](tools);
}

/** @param {Tools} tools */
function stories(tools) {
  return [
    h("p", { class: "small soft" }, w("tools.stories_note")),
    h("ol", { class: "story-list" }, ...tools.model.stories.map((story, index) => h("li", null, h("button", { type: "button", class: "row-button", "data-story": story.id, onclick: () => tools.doing.story(index) }, h("b", null, story.title), h("span", { class: "small soft" }, story.question))))),
  ];
}

/** @param {Tools} tools */
function frameworks(tools) {
  const place = h("div", { class: "frameworks" });
  const said = h("p", { class: "small", role: "status" });
  Promise.all([tools.doing.presets.all(), import("./presets.js")]).then(
    ([all, { drawPresets }]) => drawPresets(place, all, tools.doing.presets),
    () => (said.textContent = w("notice.unreachable")),
  );
  return [h("p", { class: "small soft" }, w("presets.note")), said, place];
}

/** @param {Tools} tools */
function sharing(tools) {
  const link = tools.link();
  const said = h("span", { class: "small", role: "status" });
  const copy = async () => (said.textContent = w((await tools.doing.copy(link)) ? "tools.copied" : "tools.not_copied"));
  return [
    h("p", { class: "small soft" }, w("tools.share_note")),
    h("input", { type: "text", readonly: true, value: link, id: "share-link", "aria-label": w("tools.link"), onfocus: (event) => event.target.select() }),
    h("p", { class: "row" }, h("button", { type: "button", class: "chip go", id: "copy-link", onclick: copy }, w("tools.copy")), said),
  ];
}

/** @param {Tools} tools */
function files(tools) {
  return [
    h("p", { class: "small soft" }, w("tools.files_note")),
    h("p", { class: "row" }, h("button", { type: "button", class: "chip", id: "save-trace", onclick: tools.doing.save }, w("tools.save"))),
    h("label", { class: "field column" }, h("span", null, w("tools.open")), h("input", { type: "file", id: "open-trace", accept: "application/json,.json", onchange: (event) => event.target.files[0] && tools.doing.open(event.target.files[0]) })),
  ];
}

/** @param {Tools} tools */
function settings(tools) {
  const now = tools.prefs();
  const check = (/** @type {"predict" | "keys"} */ name) => h("label", { class: "check" }, h("input", { type: "checkbox", id: `prefer-${name}`, checked: now[name], onchange: (event) => tools.doing.prefer({ [name]: event.target.checked }) }), h("span", null, w(`settings.${name}`)));
  const themes = /** @type {const} */ (["auto", "light", "dark"]);
  return [
    check("predict"),
    h("p", { class: "small soft" }, now.asked ? w("settings.score", { right: now.right, asked: now.asked }) : w("settings.no_score")),
    check("keys"),
    h("fieldset", { class: "field column" }, h("legend", null, w("settings.theme")), h("div", { class: "seg" }, ...themes.map((theme) => h("label", null, h("input", { type: "radio", name: "theme", value: theme, checked: now.theme === theme, onchange: () => tools.doing.prefer({ theme }) }), h("span", null, w(`theme.${theme}`)))))),
    h("label", { class: "field column" }, h("span", null, w("settings.seed")), h("input", { type: "number", min: 0, max: 999999, value: tools.seed(), id: "seed", onchange: (event) => tools.doing.seed(Math.max(0, Math.min(999_999, Math.trunc(Number(event.target.value)) || 0))) })),
  ];
}

const OWN_KEYS = /** @type {const} */ ([["Z", "undo"], ["←", "back"], ["→", "forward"], ["1", "answer_1"], ["2", "answer_2"], ["0", "answer_0"], ["?", "help"]]);

/** @param {Tools} tools */
function shortcuts(tools) {
  const rows = tools.model.verbs.filter((verb) => verb.key !== "").map((verb) => [verb.key.toUpperCase(), w(`step.${verb.name}`)]);
  const own = OWN_KEYS.map(([key, name]) => [key, w(`key.${name}`)]);
  return [
    h("p", { class: "small soft" }, w(tools.prefs().keys ? "keys.on" : "keys.off")),
    h("table", { class: "keys" }, h("thead", { class: "vh" }, h("tr", null, h("th", { scope: "col" }, w("keys.key")), h("th", { scope: "col" }, w("keys.does")))), h("tbody", null, ...[...rows, ...own].map(([key, name]) => h("tr", null, h("th", { scope: "row" }, h("kbd", null, key)), h("td", null, name))))),
  ];
}
