// All attacks on one design: what became of each, each as a play to look at, and the least change that would turn it.

import { askFix, Trouble } from "../api.js";
import { fill, h } from "../dom.js";
import { w } from "../words.js";
import { cite } from "./cite.js";

/** @typedef {import("../types").Attacked} Attacked */
/** @typedef {import("../types").AttackTried} AttackTried */
/** @typedef {import("../types").Fixed} Fixed */
/** @typedef {import("../types").LeastChange} LeastChange */
/** @typedef {import("./attacks.js").Drawing} Drawing */
/** @typedef {{ key: string, drawing: Drawing, redraw: () => void }} Listing */

const MOST_SHOWN = 6;
const WRONG = ["succeeds", "broken"];
const opened = /** @type {Set<string>} */ (new Set());
const answers = /** @type {Map<string, Promise<Fixed>>} */ (new Map());
const MOST_ANSWERS = 200;
let onlyWrong = false;

/** @param {HTMLElement} place @param {Attacked} found @param {string} key @param {Drawing} drawing */
export function drawList(place, found, key, drawing) {
  const redraw = () => drawList(place, found, key, drawing);
  const listing = { key, drawing, redraw };
  const shown = found.attacks.filter((one) => !onlyWrong || isWrong(one));
  const families = [...new Set(shown.map((one) => one.family))];
  fill(
    place,
    h("p", { role: "status" }, counted(found.attacks)),
    h(
      "div",
      { class: "row attack-tools" },
      h("button", { type: "button", class: "tiny", "data-key": "attacks-only", "aria-pressed": String(onlyWrong), onclick: () => ((onlyWrong = !onlyWrong), redraw()) }, w("attacks.only")),
      h("span", { class: "small soft" }, w("attacks.watch_note")),
    ),
    h("div", { class: "attack-families" }, ...families.map((family) => familyBox(family, shown, listing))),
  );
}

/** @param {AttackTried} one */
const isWrong = (one) => WRONG.includes(one.outcome);

/** @param {readonly AttackTried[]} all */
function counted(all) {
  const attacks = all.filter((one) => one.kind === "attack");
  const works = all.filter((one) => one.kind === "works");
  const outside = all.filter((one) => one.outcome === "outside").length;
  return [
    w("attacks.attacks", { count: attacks.filter(isWrong).length, all: attacks.length }),
    w("attacks.broken", { count: works.filter(isWrong).length, all: works.length }),
    outside > 0 && w("attacks.outside", { count: outside }),
  ].filter(Boolean).join(" ");
}

/** @param {string} family @param {readonly AttackTried[]} shown @param {Listing} listing */
function familyBox(family, shown, listing) {
  const id = `attack-family-${family}`;
  const members = shown.filter((one) => one.family === family);
  return h("section", { "aria-labelledby": id }, h("h3", { id }, w(`attacks.family.${family}`)), h("ul", null, ...members.map((one) => row(one, listing))));
}

/** @param {AttackTried} one @param {Listing} listing */
function row(one, listing) {
  const isOpen = opened.has(one.id);
  const name = w(isWrong(one) ? "attacks.fix" : "attacks.break");
  const toggle = () => (isOpen ? opened.delete(one.id) : opened.add(one.id), listing.redraw());
  const more = h("div", { class: "attack-more", id: `attack-more-${one.id}`, hidden: !isOpen });
  if (isOpen) drawMore(more, one, listing);
  return h(
    "li",
    { class: "attack", "data-attack": one.id },
    h("button", { type: "button", class: `attack-row ${tone(one)}`, "data-key": `attack-${one.id}`, onclick: () => listing.drawing.doing.replay([...one.actions]) }, one.name, " ", h("em", null, w(`attacks.outcome.${one.outcome}`))),
    h("button", { type: "button", class: "tiny", "data-key": `attack-fix-${one.id}`, "aria-label": `${name} ${one.name}`, "aria-expanded": String(isOpen), "aria-controls": `attack-more-${one.id}`, onclick: toggle }, name),
    more,
  );
}

/** @param {AttackTried} one */
const tone = (one) => (isWrong(one) ? "worrying" : one.outcome === "outside" ? "aside" : "reassuring");

/** @param {HTMLElement} place @param {AttackTried} one @param {Listing} listing */
function drawMore(place, one, listing) {
  const advice = h("div", { class: "attack-advice", role: "status" }, w("attacks.finding"));
  fill(place, about(one), advice);
  askedOnce(one, listing).then(
    (fixed) => fill(advice, ...told(fixed, listing)),
    (error) => fill(advice, h("p", { class: "problem" }, error instanceof Trouble ? `${error.details.title} ${error.details.detail}` : w("notice.unreachable"))),
  );
}

/** What it takes, what it is for, and where it is written. @param {AttackTried} one */
function about(one) {
  const needed = one.capability !== "none" && w("attacks.needed", { capability: w(`attacks.needs.${one.capability}`) });
  const goal = one.success.replace(/\b[VE]\b/g, (letter) => w(letter === "V" ? "attacks.victim" : "attacks.attacker"));
  return h("p", { class: "small soft" }, [needed, w("attacks.goal", { goal })].filter(Boolean).join(" "), " ", isPublic(one.source) && cite(one.source));
}

/** Whether a source is one that somebody can look up. @param {string} source */
const isPublic = (source) => !/^(see |\()/.test(source);

/** @param {AttackTried} one @param {Listing} listing @returns {Promise<Fixed>} */
function askedOnce(one, listing) {
  const key = `${one.id} ${listing.key}`;
  const known = answers.get(key) ?? askFix({ ...listing.drawing.body, attack: one.id });
  answers.set(key, known);
  known.catch(() => answers.delete(key));
  if (answers.size > MOST_ANSWERS) answers.delete(/** @type {string} */ (answers.keys().next().value));
  return known;
}

/** @param {Fixed} fixed @param {Listing} listing */
function told(fixed, listing) {
  const { turns, kind, cost } = fixed;
  const many = turns.length === 0 ? "none" : turns.length === 1 ? "one" : "some";
  return [
    h("p", { class: "small" }, w(`attacks.${kind}_${many}`, { cost })),
    turns.length > 0 && h("ul", null, ...turns.slice(0, MOST_SHOWN).map((turn) => h("li", null, flip(fixed, turn, listing)))),
    turns.length > MOST_SHOWN && h("p", { class: "small soft" }, w("attacks.more", { count: turns.length - MOST_SHOWN })),
  ];
}

/** @param {Fixed} fixed @param {LeastChange} turn @param {Listing} listing */
function flip(fixed, turn, listing) {
  const { label, value, doing } = listing.drawing;
  const says = turn.changes.map((one) => w("attacks.turn", { switch: label(one.switch), old: value(one.switch, one.old), new: value(one.switch, one.new) }));
  const place = `${fixed.attack}-${turn.changes.map((one) => `${one.switch}-${one.new}`).join("-")}`;
  const go = () => {
    // The button is about to go: the keyboard waits at the attack.
    const row = document.querySelector(`[data-key="attack-fix-${fixed.attack}"]`);
    if (row instanceof HTMLElement) row.focus({ preventScroll: true });
    opened.delete(fixed.attack);
    doing.flip({ ...turn.design });
  };
  return h("button", { type: "button", class: "fix", "data-key": `flip-${place}`, onclick: go }, ...says.flatMap((text) => [h("span", null, text), " "]));
}
