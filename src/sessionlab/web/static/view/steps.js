// The steps: seven that everybody needs, and all others under "more", grouped by who acts.

import { fill, h } from "../dom.js";
import { w } from "../words.js";

/** @typedef {import("../types").ModelVerb} ModelVerb */
/** @typedef {import("../types").Senselessness} Senselessness */
/**
 * @typedef {{
 *   verbs: readonly ModelVerb[], senseless: readonly Senselessness[], next: string | null, keys: boolean, open: boolean,
 *   doing: { act: (action: string) => void, consider: (action: string | null) => void, more: (open: boolean) => void },
 * }} Steps
 */

export const FIRST = ["visit", "plant_cookie", "login", "me", "logout", "copy_credential", "replay"];
const GROUPS = ["you", "attacker", "time_and_operations"];

/** The buttons are made once, so that the keyboard's place survives. @param {HTMLElement} place @param {Steps} steps */
export function drawSteps(place, steps) {
  if (place.childElementCount === 0) build(place, steps);
  const because = new Map(steps.senseless.map((one) => [one.action, one.text]));
  for (const button of place.querySelectorAll("button[data-action]")) {
    if (button instanceof HTMLButtonElement) dressButton(button, because, steps);
  }
  for (const note of place.querySelectorAll("p[data-for]")) {
    if (note instanceof HTMLElement) note.textContent = because.get(note.dataset.for ?? "") ?? "";
  }
  for (const kbd of place.querySelectorAll("kbd")) kbd.hidden = !steps.keys;
  bringNextIntoView(place);
}

/** On a narrow screen the bar of steps scrolls: the next one should be seen. @param {HTMLElement} place */
function bringNextIntoView(place) {
  // Asking for sizes costs a layout, so only where the bar can scroll.
  if (!matchMedia("(max-width: 560px)").matches) return;
  const bar = place.querySelector(".steps");
  const next = place.querySelector(".step.next");
  if (!(bar instanceof HTMLElement) || !(next instanceof HTMLElement)) return;
  if (bar.scrollWidth > bar.clientWidth) bar.scrollLeft = next.offsetLeft - (bar.clientWidth - next.offsetWidth) / 2;
}

/** @param {HTMLButtonElement} button @param {Map<string, string>} because @param {Steps} steps */
function dressButton(button, because, steps) {
  const why = because.get(button.dataset.base ?? "");
  button.toggleAttribute("data-senseless", why !== undefined);
  // Not `disabled`: it can be reached and pressed, and then says why it does nothing now.
  button.setAttribute("aria-disabled", String(why !== undefined));
  button.title = why ?? button.dataset.title ?? "";
  button.classList.toggle("next", steps.next === button.dataset.verb && button.classList.contains("step"));
}

/** @param {HTMLElement} place @param {Steps} steps */
function build(place, steps) {
  const verb = (/** @type {string} */ name) => /** @type {ModelVerb} */ (steps.verbs.find((one) => one.name === name));
  fill(
    place,
    h("h2", { class: "vh", id: "steps-title" }, w("steps.title")),
    h(
      "div",
      { class: "steps" },
      ...FIRST.map((name) => stepButton(verb(name), steps)),
      h("button", { type: "button", class: "step quiet", id: "more-button", "aria-expanded": String(steps.open), "aria-controls": "more", onclick: () => steps.doing.more(toggle(place)) }, w("steps.more")),
    ),
    h("div", { class: "more", id: "more", hidden: !steps.open }, ...GROUPS.map((group) => groupBox(group, steps))),
  );
}

/** @param {HTMLElement} place @returns {boolean} */
function toggle(place) {
  const more = /** @type {HTMLElement} */ (place.querySelector("#more"));
  more.hidden = !more.hidden;
  place.querySelector("#more-button")?.setAttribute("aria-expanded", String(!more.hidden));
  return !more.hidden;
}

/** @param {ModelVerb} verb @param {Steps} steps */
function stepButton(verb, steps) {
  const usual = verb.variants[0];
  const consider = () => steps.doing.consider(usual.action);
  return h(
    "button",
    {
      type: "button", class: "step", "data-action": usual.action, "data-base": `${usual.actor}:${verb.name}`, "data-verb": verb.name,
      "data-title": usual.title, "aria-keyshortcuts": verb.key.toUpperCase() || null,
      onclick: () => steps.doing.act(usual.action), onfocus: consider, onmouseenter: consider, onmouseleave: () => steps.doing.consider(null), onblur: () => steps.doing.consider(null),
    },
    h("span", null, w(`step.${verb.name}`)),
    verb.key !== "" && h("kbd", { "aria-hidden": "true" }, verb.key.toUpperCase()),
  );
}

/** @param {string} group @param {Steps} steps */
function groupBox(group, steps) {
  const verbs = steps.verbs.filter((one) => one.group === group);
  return h("section", { class: "group", "aria-label": w(`group.${group}`) }, h("h3", null, w(`group.${group}`)), ...verbs.map((verb) => variantRow(verb, steps)));
}

/** One kind of action with all its variants. @param {ModelVerb} verb @param {Steps} steps */
function variantRow(verb, steps) {
  const usual = verb.variants[0];
  let chosen = usual.action;
  const button = h("button", { type: "button", class: "small-step", "data-action": usual.action, "data-base": `${usual.actor}:${verb.name}`, "data-verb": verb.name, "data-title": usual.title, onclick: () => steps.doing.act(chosen) }, w(`step.${verb.name}`), verb.key !== "" && h("kbd", { "aria-hidden": "true" }, verb.key.toUpperCase()));
  const choose = (/** @type {string} */ action) => {
    chosen = action;
    button.dataset.action = action;
    button.dataset.base = `${action.split(":")[0]}:${verb.name}`;
    steps.doing.consider(null);
  };
  const choice = verb.takes_number ? seconds(verb, choose) : variants(verb, choose);
  return h("div", { class: "variant" }, button, choice, h("p", { class: "small soft why-not", "data-for": `${usual.actor}:${verb.name}` }));
}

/** @param {ModelVerb} verb @param {(action: string) => void} choose */
function variants(verb, choose) {
  if (verb.variants.length === 1) return h("span", { class: "small soft" }, verb.variants[0].title);
  return h(
    "select",
    { "aria-label": w("steps.variant", { step: w(`step.${verb.name}`) }), "data-key": `variant-${verb.name}`, onchange: (event) => choose(event.target.value) },
    ...verb.variants.map((one) => h("option", { value: one.action }, one.title)),
  );
}

const TIMES = [60, 130, 600, 1860, 3660, 28_860, 2_592_060];

/** @param {ModelVerb} verb @param {(action: string) => void} choose */
function seconds(verb, choose) {
  const actor = verb.variants[0].actor;
  return h(
    "select",
    { "aria-label": w("steps.time"), "data-key": `variant-${verb.name}`, onchange: (event) => choose(`${actor}:${verb.name}=${event.target.value}`) },
    ...TIMES.map((time) => h("option", { value: time, selected: time === 600 }, w(`time.${time}`))),
  );
}
