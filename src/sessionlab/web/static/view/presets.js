// Frameworks to start from, or to put beside what is played: how each is, and what about it surprises people.

import { fill, h } from "../dom.js";
import { w } from "../words.js";

/** @typedef {import("../types").Presets} Presets */
/** @typedef {import("../types").PresetTold} PresetTold */
/** @typedef {{ isNow: (preset: PresetTold) => boolean, start: (preset: PresetTold) => void, beside: (preset: PresetTold) => void }} Doing */

/** @param {HTMLElement} place @param {Presets} presets @param {Doing} doing */
export function drawPresets(place, presets, doing) {
  fill(place, ...presets.frameworks.map((one) => h("section", { class: "framework", "aria-label": one.name }, h("h3", null, one.name), ...one.presets.map((preset) => card(preset, doing)))));
}

/** @param {PresetTold} preset @param {Doing} doing */
function card(preset, doing) {
  const isNow = doing.isNow(preset);
  return h(
    "details",
    { class: "preset", name: "preset", "data-preset": preset.id },
    h("summary", null, h("b", null, preset.name), isNow && h("span", { class: "mark" }, w("presets.now")), h("span", { class: "small soft" }, preset.id)),
    h("p", { class: "small soft" }, `${preset.source}, ${preset.date}. ${preset.note}`.trim()),
    h("h4", null, w("presets.surprises")),
    preset.surprises.length === 0 ? h("p", { class: "small" }, w("presets.none")) : h("ul", { class: "surprises small" }, ...preset.surprises.map((text) => h("li", null, text))),
    h("p", { class: "row" }, h("button", { type: "button", class: "small-step", onclick: () => doing.start(preset) }, w("presets.start")), !isNow && h("button", { type: "button", class: "small-step", onclick: () => doing.beside(preset) }, w("presets.beside"))),
  );
}
