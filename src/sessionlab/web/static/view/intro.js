// The first screen: one question, one prediction, one button; then the answer, and the same for another design beside it.

import { fill, h } from "../dom.js";
import { deciding } from "../frames.js";
import { w } from "../words.js";
import { ladder, survived } from "./ladder.js";

/** @typedef {import("../types").Played} Played */
/**
 * @typedef {{
 *   guess: string | null, first: Played | null, second: Played | null,
 *   doing: { guess: (answer: string) => void, play: () => void, other: () => void, open: () => void },
 * }} Intro
 */

const ANSWERS = ["yes", "no", "depends"];

/** @param {{ title: HTMLElement, say: HTMLElement, body: HTMLElement }} places @param {Intro} intro */
export function drawIntro(places, intro) {
  const { first, second } = intro;
  const safe = first !== null && !survived(first);
  document.body.classList.toggle("answered", first !== null);
  places.title.textContent = w(second ? "intro.depends" : first === null ? "intro.question" : safe ? "intro.safe" : "intro.unsafe");
  places.say.textContent = second ? `${answerTo(intro.guess)} ${w("intro.second_text")}` : first ? w("intro.first_text", { number: deciding(first) }) : w("intro.text");
  fill(places.body, first === null ? asking(intro) : answering(intro, first));
}

/** @param {string | null} guess */
function answerTo(guess) {
  return guess === null ? "" : w(guess === "depends" ? "intro.was_right" : "intro.was_simple", { guess: w(`intro.answer.${guess}`) });
}

/** @param {Intro} intro */
function asking(intro) {
  return h(
    "div",
    { class: "first" },
    scene(),
    h(
      "div",
      { class: "predicting" },
      h("div", { class: "row", role: "group", "aria-label": w("intro.predict") }, h("span", { class: "label" }, w("intro.predict")), ...ANSWERS.map((answer) => h("button", { type: "button", class: "chip", "data-key": `guess-${answer}`, "aria-pressed": String(intro.guess === answer), onclick: () => intro.doing.guess(answer) }, w(`intro.answer.${answer}`)))),
      h("div", { class: "row" }, h("button", { type: "button", class: "chip go big", "data-key": "play-intro", onclick: intro.doing.play }, w("intro.play")), h("button", { type: "button", class: "quiet", "data-key": "skip-intro", onclick: intro.doing.open }, w("intro.skip"))),
    ),
  );
}

/** The question as a picture: one value in two hands, and one server. */
function scene() {
  const value = h("span", { class: "tok a" }, h("code", null, "sid_1002"));
  return h(
    "div",
    { class: "scene", "aria-hidden": "true" },
    h("div", { class: "who" }, h("b", null, w("party.victim")), h("span", { class: "soft" }, w("intro.scene_out")), h("span", { class: "slot" })),
    h("div", { class: "path away" }),
    h("div", { class: "who server" }, h("b", null, w("stage.server")), h("span", { class: "big" }, "?")),
    h("div", { class: "path" }, h("span", { class: "dot a shape" })),
    h("div", { class: "who" }, h("b", null, w("party.attacker")), h("span", { class: "soft" }, w("intro.scene_copy")), value),
  );
}

/** @param {Intro} intro @param {Played} first */
function answering(intro, first) {
  const { second, doing } = intro;
  const other = second === null
    ? h("section", { class: "place then" }, h("p", { class: "big-word" }, w("intro.then")), h("p", { class: "soft" }, w("intro.then_text")), h("button", { type: "button", class: "chip go", "data-key": "other-intro", onclick: doing.other }, w("intro.other")))
    : ladder(second, w("intro.jwt"), w("intro.jwt_note"));
  const open = h("button", { type: "button", class: second === null ? "quiet" : "chip go", "data-key": "open-lab", onclick: doing.open }, w("intro.open"));
  return h("div", { class: "answers" }, h("div", { class: "two" }, ladder(first, w("intro.session"), w("intro.session_note")), other), h("p", { class: "row" }, open));
}
