// The design: six switches first, the rest behind "more", grouped by component and searchable.

import { fill, h } from "../dom.js";
import { w, wordOr } from "../words.js";
import { cite } from "./cite.js";

/** @typedef {import("../types").ModelSwitch} ModelSwitch */
/** @typedef {import("../types").Model} Model */
/** @typedef {import("../lab.js").Value} Value */
/** @typedef {import("../types").Advice} Advice */
/** @typedef {{ pointer: string, what: string, instead: string }} Problem */
/**
 * @typedef {{
 *   model: Model, values: Record<string, Value>, changed: readonly string[], advice: readonly Advice[],
 *   problems: readonly Problem[], says: string, search: string, open: boolean, unfolded: Set<string>, policy: string, hidden: boolean,
 *   doing: { choose: (name: string, value: Value) => void, policy: (name: string) => void, more: (open: boolean) => void },
 * }} Designing
 */

/** @param {HTMLElement} place @param {Designing} design */
export function drawDesign(place, design) {
  const first = design.model.switches.filter((one) => one.tier === 1);
  const of = (/** @type {boolean} */ cookie) => first.filter((one) => (one.component === "cookie_attributes") === cookie);
  const rest = [...design.model.switches, ...design.model.environment].length - first.length;
  fill(
    place,
    h("h2", { class: "vh", id: "design-title" }, w("design.title")),
    h("button", { type: "button", class: "fold", "data-key": "fold-design", "aria-expanded": String(place.classList.contains("unfolded")), onclick: (event) => event.currentTarget.setAttribute("aria-expanded", String(place.classList.toggle("unfolded"))) }, h("b", null, w("design.title")), h("span", { class: "soft" }, design.says)),
    group(w("design.server"), of(false), design),
    group(w("design.cookie"), of(true), design),
    h("button", { type: "button", class: "morebtn", "data-key": "more-switches", "aria-expanded": String(design.open), "aria-controls": "all-switches", onclick: () => design.doing.more(!design.open) }, w(design.open ? "design.fewer" : "design.more", { count: rest })),
    h("p", { class: "switch-note small soft", id: "switch-note" }, w("design.note")),
    ...design.problems.map((problem) => h("p", { class: "problem", role: "alert" }, h("b", null, problem.what), " ", problem.instead)),
    h("div", { id: "all-switches", class: "all-switches", hidden: !design.open }),
  );
  if (design.open) drawAll(/** @type {HTMLElement} */ (place.querySelector("#all-switches")), design);
}

/** @param {string} name @param {ModelSwitch[]} switches @param {Designing} design */
function group(name, switches, design) {
  return h("div", { class: "grp", role: "group", "aria-label": name }, h("span", { class: "grp-name", "aria-hidden": "true" }, name), ...switches.map((one) => control(one, design, true)));
}

/** @param {ModelSwitch} one @param {Designing} design @param {boolean} noted */
export function control(one, design, noted) {
  const tell = noted ? () => note(one, design) : () => {};
  return isYesNo(one) ? flip(one, design, tell, noted) : !noted ? choice(one, design, tell, noted) : segments(one, design, tell);
}

/** @param {ModelSwitch} one */
const isYesNo = (one) => one.values.length === 2 && one.values.every((value) => typeof value === "boolean");

/** @param {ModelSwitch} one */
export const labelOf = (one) => wordOr(`switch.${one.id}`, sentenceCase(one.id.replaceAll("_", " ")));

/** @param {ModelSwitch} one @param {Value} value */
export const valueOf = (one, value) => wordOr(`value.${one.id}.${value}`, typeof value === "boolean" ? w(`value.${value}`) : value.replaceAll("_", " "));

/** @param {string} text */
const sentenceCase = (text) => text[0].toUpperCase() + text.slice(1);

/** What somebody looks at a switch is told about it. @param {ModelSwitch} one @param {Designing} design */
function note(one, design) {
  const place = document.getElementById("switch-note");
  if (place === null) return;
  const causes = design.advice.filter((each) => each.switches.some((turn) => turn.switch === one.id));
  place.replaceChildren(
    h("b", null, labelOf(one), ". "),
    one.meaning, " ", cite(one.source),
    ...(design.hidden ? [] : causes.map((each) => h("span", { class: "causes" }, " ", w("design.causes"), " ", each.text))),
  );
}

/** @param {ModelSwitch} one @param {Designing} design @param {string} [more] */
function mark(one, design, more = "") {
  const weak = !design.hidden && design.advice.some((each) => each.severity === "high" && each.switches.some((turn) => turn.switch === one.id));
  return [weak && h("span", { class: "weak" }, w("design.weak")), design.changed.includes(one.id) && h("span", { class: "mark" }, w("design.changed")), more];
}

/** @param {ModelSwitch} one @param {Designing} design @param {() => void} tell @param {boolean} labelled */
function flip(one, design, tell, labelled) {
  const on = design.values[one.id] === true;
  return h(
    "button",
    { type: "button", class: "flip", role: "switch", "aria-checked": String(on), "aria-label": labelled ? null : labelOf(one), "data-key": `switch-${one.id}`, "data-switch": one.id, onfocus: tell, onmouseenter: tell, onclick: () => design.doing.choose(one.id, !on) },
    h("i", { "aria-hidden": "true" }),
    labelled && h("span", { class: "txt" }, labelOf(one), ...mark(one, design)),
  );
}

/** @param {ModelSwitch} one @param {Designing} design @param {() => void} tell */
function segments(one, design, tell) {
  return h(
    "fieldset",
    { class: "field", "data-switch": one.id, onmouseenter: tell },
    h("legend", null, labelOf(one), ...mark(one, design)),
    h(
      "div",
      { class: "seg" },
      ...one.values.map((value) =>
        h("label", null, h("input", { type: "radio", name: one.id, value: String(value), checked: design.values[one.id] === value, "data-key": `switch-${one.id}-${value}`, onfocus: tell, onchange: () => design.doing.choose(one.id, value) }), h("span", null, valueOf(one, value))),
      ),
    ),
  );
}

/** @param {ModelSwitch} one @param {Designing} design @param {() => void} tell @param {boolean} labelled */
function choice(one, design, tell, labelled) {
  const select = h(
    "select",
    { "data-key": `switch-${one.id}`, "data-switch": one.id, "aria-label": labelOf(one), onfocus: tell, onchange: (event) => design.doing.choose(one.id, one.values[event.target.selectedIndex]) },
    ...one.values.map((value) => h("option", { value: String(value), selected: design.values[one.id] === value }, valueOf(one, value))),
  );
  return labelled ? h("label", { class: "field", onmouseenter: tell }, h("span", null, labelOf(one), ...mark(one, design)), select) : select;
}

/** All switches by component. @param {HTMLElement} place @param {Designing} design */
function drawAll(place, design) {
  const search = h("input", { type: "search", id: "switch-search", "data-key": "switch-search", value: design.search, placeholder: w("design.search_hint"), oninput: (event) => narrow(place, (design.search = event.target.value)) });
  fill(
    place,
    h("div", { class: "tools-row" }, h("label", { class: "field", for: "switch-search" }, h("span", null, w("design.search")), search), policyChoice(design)),
    h("p", { class: "small soft", id: "search-result", role: "status" }),
    ...design.model.components.map((component) => componentBox(component, design)),
  );
  narrow(place, design.search);
}

/** @param {Designing} design */
function policyChoice(design) {
  return h(
    "label",
    { class: "field" },
    h("span", null, w("design.policy")),
    h("select", { "data-key": "policy", "aria-label": w("design.policy"), onchange: (event) => design.doing.policy(event.target.value) }, ...design.model.policies.map((one) => h("option", { value: one.name, selected: one.name === design.policy, title: one.text }, `${one.name} (${one.dated})`))),
  );
}

/** @param {{ id: string, text: string }} component @param {Designing} design */
function componentBox(component, design) {
  const switches = [...design.model.switches, ...design.model.environment].filter((one) => one.component === component.id && one.tier > 1);
  if (switches.length === 0) return null;
  const changed = switches.some((one) => design.changed.includes(one.id) || one.start !== design.values[one.id]);
  return h(
    "details",
    { class: "component", "data-component": component.id, open: design.unfolded.has(component.id), ontoggle: (event) => noteOpen(design.unfolded, component.id, event.target.open) },
    h("summary", { "data-key": `component-${component.id}` }, h("h3", null, component.text), h("span", { class: "small soft" }, w("design.count", { count: switches.length })), changed && h("span", { class: "mark" }, w("design.changed"))),
    h("ul", { class: "switches" }, ...switches.map((one) => switchRow(one, design))),
  );
}

/** @param {Set<string>} unfolded @param {string} id @param {boolean} open */
function noteOpen(unfolded, id, open) {
  if (open) unfolded.add(id);
  else unfolded.delete(id);
}

/** @param {ModelSwitch} one @param {Designing} design */
function switchRow(one, design) {
  const causes = design.hidden ? [] : design.advice.filter((each) => each.switches.some((turn) => turn.switch === one.id));
  return h(
    "li",
    { "data-search": `${one.id} ${labelOf(one)} ${one.meaning} ${one.source}`.toLowerCase() },
    h("div", null, h("b", null, labelOf(one)), ...mark(one, design), h("p", { class: "small soft" }, one.meaning, " ", cite(one.source)), ...causes.map((each) => h("p", { class: "small causes" }, w("design.causes"), " ", each.text))),
    control(one, design, false),
  );
}

/** Leave only what a search finds. @param {HTMLElement} place @param {string} text */
function narrow(place, text) {
  const wanted = text.trim().toLowerCase();
  let count = 0;
  for (const row of place.querySelectorAll("li[data-search]")) {
    if (!(row instanceof HTMLElement)) continue;
    row.hidden = !(row.dataset.search ?? "").includes(wanted);
    count += row.hidden ? 0 : 1;
  }
  for (const box of place.querySelectorAll(".component")) {
    if (!(box instanceof HTMLDetailsElement)) continue;
    box.hidden = box.querySelector("li:not([hidden])") === null;
    if (wanted !== "") box.open = !box.hidden;
  }
  const result = place.querySelector("#search-result");
  if (result !== null) result.textContent = wanted === "" ? "" : w("design.found", { count });
}
