// The session card of the current design: three sentences, seven answers, and every experiment as a play to look at.

import { askCard, Trouble } from "../api.js";
import { fill, h } from "../dom.js";
import { w } from "../words.js";

/** @typedef {import("../types").CardForm} CardForm */
/** @typedef {import("../types").CardExperiment} CardExperiment */
/** @typedef {import("../types").CardSentence} CardSentence */
/** @typedef {{ body: object, hidden: string | null, doing: { replay: (actions: string[]) => void, show: () => void } }} Drawing `hidden`: what is said while the card would give an answer away. */

const MOST_KEPT = 20;
/** @type {Map<string, CardForm>} */
const kept = new Map();
let open = false;
let asking = 0;

/** @param {HTMLElement} place @param {Drawing} drawing */
export function drawCard(place, drawing) {
  const toggle = () => ((open = !open), drawCard(place, drawing));
  const head = h(
    "header",
    null,
    h("h2", { id: "card-title" }, w("card.title")),
    h("span", { class: "small soft" }, w("card.note")),
    h("button", { type: "button", class: "chip", "data-key": "card-fold", "aria-expanded": String(open), "aria-controls": "card-body", onclick: toggle }, w(open ? "card.close" : "card.open")),
  );
  const body = h("div", { id: "card-body", hidden: !open });
  // What is known already stands there before it is shown, so that the keyboard finds its place again.
  if (open) void drawBody(body, drawing);
  fill(place, h("section", { class: "place card", "aria-labelledby": "card-title" }, head, body));
}

/** @param {HTMLElement} place @param {Drawing} drawing */
async function drawBody(place, { body, hidden, doing }) {
  if (hidden !== null) {
    fill(place, h("div", { class: "hid" }, h("p", null, hidden), h("button", { type: "button", class: "tiny", "data-key": "card-show", onclick: doing.show }, w("predict.show"))));
    return;
  }
  dressed();
  const ticket = (asking += 1);
  const key = JSON.stringify(body);
  const known = kept.get(key);
  if (known === undefined) fill(place, h("p", { class: "small soft", role: "status" }, w("card.asking")));
  try {
    const card = known ?? (await askCard(body));
    keep(key, card);
    if (ticket === asking || known !== undefined) fill(place, ...told(card, doing.replay));
  } catch (error) {
    fill(place, h("p", { class: "problem", role: "alert" }, error instanceof Trouble ? error.details.title : w("notice.unreachable")));
  }
}

/** @param {string} key @param {CardForm} card */
function keep(key, card) {
  kept.set(key, card);
  if (kept.size > MOST_KEPT) kept.delete(/** @type {string} */ (kept.keys().next().value));
}

/** The card's look comes with the first card. */
function dressed() {
  if (document.querySelector("link[href='/static/card.css']") === null) document.head.append(h("link", { rel: "stylesheet", href: "/static/card.css" }));
}

/** @param {CardForm} card @param {(actions: string[]) => void} replay */
function told(card, replay) {
  const title = (/** @type {string} */ question) => card.questions.find((one) => one.question === question)?.title ?? "";
  const groups = card.questions.map((one) => one.question);
  return [
    h("div", { class: "card-three" }, ...card.questions.map((one) => sentence(one, card, replay))),
    h("dl", { class: "card-seven" }, ...card.learner.flatMap((one) => [h("dt", null, one.title), h("dd", null, one.answer)])),
    h("p", { class: "small soft" }, w("card.replay_note")),
    h(
      "div",
      { class: "card-all" },
      ...groups.map((question) => h("ul", { "aria-label": title(question) }, ...card.experiments.filter((one) => one.question === question).map((one) => h("li", null, experiment(one, replay))))),
    ),
  ];
}

/** @param {CardSentence} one @param {CardForm} card @param {(actions: string[]) => void} replay */
function sentence(one, card, replay) {
  const behind = card.experiments.filter((each) => one.behind.includes(each.id));
  return h(
    "article",
    { class: `card-${one.question}` },
    h("h3", null, one.title),
    h("p", null, one.answer),
    h("p", { class: "small soft" }, w("card.behind"), " ", ...behind.flatMap((each) => [button(each, number(each), "tiny", replay), " "])),
  );
}

/** @param {CardExperiment} one */
const number = (one) => one.id.split("_")[0];

/** @param {CardExperiment} one @param {string} text @param {string} look @param {(actions: string[]) => void} replay */
function button(one, text, look, replay) {
  const name = `${text}: ${one.title}. ${one.text}`;
  return h("button", { type: "button", class: look, "data-key": `card-${look}-${one.id}`, "aria-label": name, title: name, disabled: one.actions.length === 0, onclick: () => replay([...one.actions]) }, text);
}

/** @param {CardExperiment} one @param {(actions: string[]) => void} replay */
function experiment(one, replay) {
  return h(
    "button",
    { type: "button", class: `card-row ${one.tone}`, "data-key": `card-row-${one.id}`, title: one.why || one.readings.slice(0, 3).map((each) => each.text).join("; "), disabled: one.actions.length === 0, onclick: () => replay([...one.actions]) },
    h("b", null, number(one)),
    " ",
    one.title,
    " ",
    h("em", null, one.text),
  );
}
