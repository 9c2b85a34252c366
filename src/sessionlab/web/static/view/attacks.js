// "Attack this design": the frame of the panel, and when its list is asked for. The list itself comes with the first one that is opened.

import { askAttacks, Trouble } from "../api.js";
import { fill, h } from "../dom.js";
import { w } from "../words.js";

/** @typedef {import("../types").Attacked} Attacked */
/** @typedef {import("../lab.js").Choices} Choices */
/** @typedef {import("../lab.js").Value} Value */
/**
 * `hidden`: what is said while the list would give an answer away.
 * @typedef {{
 *   body: object, hidden: string | null,
 *   label: (name: string) => string, value: (name: string, value: Value) => string,
 *   doing: { replay: (actions: string[]) => void, flip: (design: Choices) => void, show: () => void },
 * }} Drawing
 */

const MOST_KEPT = 20;
/** @type {Map<string, Attacked>} */
const kept = new Map();
/** Designs of which everything has been seen: there is nothing left to give away. @type {Set<string>} */
const seen = new Set();
let open = false;
let drawn = "";
let asking = 0;

/** @param {HTMLElement} place @param {Drawing} drawing */
export function drawAttacks(place, drawing) {
  const toggle = () => ((open = !open), drawAttacks(place, drawing));
  const body = place.querySelector("#attacks-body") ?? h("div", { id: "attacks-body" });
  const key = JSON.stringify(drawing.body);
  const hidden = seen.has(key) ? null : drawing.hidden;
  const made = JSON.stringify([open, hidden, key]);
  if (made === drawn) return;
  drawn = made;
  const button = h("button", { type: "button", class: "chip", "data-key": "attacks-fold", "aria-expanded": String(open), "aria-controls": "attacks-body", onclick: toggle }, w(open ? "attacks.close" : "attacks.open"));
  const head = place.querySelector("header") ?? h("header");
  fill(head, h("h2", { id: "attacks-title" }, w("attacks.title")), h("span", { class: "small soft" }, w("attacks.note")), button);
  if (!place.hasChildNodes()) fill(place, h("section", { class: "place attacks", "aria-labelledby": "attacks-title" }, head, body));
  body.toggleAttribute("hidden", !open);
  if (open) void drawBody(/** @type {HTMLElement} */ (body), key, hidden, drawing);
}

/** @param {HTMLElement} place @param {string} key @param {string | null} hidden @param {Drawing} drawing */
async function drawBody(place, key, hidden, drawing) {
  const ticket = (asking += 1);
  if (hidden !== null) {
    fill(place, h("div", { class: "hid" }, h("p", null, hidden), h("button", { type: "button", class: "tiny", "data-key": "attacks-show", onclick: drawing.doing.show }, w("predict.show"))));
    return;
  }
  dressed();
  // An older list stays until the new one is there, so that neither the eye nor the keyboard loses its place.
  if (place.querySelector(".attack-families") === null) fill(place, h("p", { class: "small soft", role: "status" }, w("attacks.asking")));
  place.setAttribute("aria-busy", "true");
  try {
    const [found, { drawList }] = await Promise.all([kept.get(key) ?? askAttacks(drawing.body), import("./attack-list.js")]);
    keep(key, found);
    if (ticket === asking) drawList(place, found, key, drawing);
  } catch (error) {
    drawn = "";
    fill(place, h("p", { class: "problem", role: "alert" }, error instanceof Trouble ? error.details.title : w("notice.unreachable")));
  }
  if (ticket === asking) place.removeAttribute("aria-busy");
}

/** @param {string} key @param {Attacked} found */
function keep(key, found) {
  seen.add(key);
  kept.set(key, found);
  if (kept.size > MOST_KEPT) kept.delete(/** @type {string} */ (kept.keys().next().value));
}

/** The look of the list comes with the first one. */
function dressed() {
  if (document.querySelector("link[href='/static/attacks.css']") === null) document.head.append(h("link", { rel: "stylesheet", href: "/static/attacks.css" }));
}
