// A story on the page: two sentences, a question, and the play that answers it.

import { fill, h } from "../dom.js";
import { w } from "../words.js";

/** @typedef {import("../types").ModelStory} ModelStory */

/**
 * @param {HTMLElement} place @param {{ story: ModelStory, told: boolean }} telling
 * @param {{ answer: () => void, next: () => void, end: () => void }} doing @param {boolean} last
 */
export function drawStory(place, { story, told }, doing, last) {
  place.className = "place telling";
  fill(
    place,
    h("header", null, h("h2", null, story.title), h("button", { type: "button", class: "quiet", "data-key": "end-story", onclick: doing.end }, w("story.end"))),
    h("p", null, story.text),
    h("p", { class: "question" }, h("b", null, story.question)),
    told
      ? h("p", null, story.answer, " ", !last && h("button", { type: "button", class: "chip", "data-key": "next-story", onclick: doing.next }, w("story.next")))
      : h("p", null, h("button", { type: "button", class: "chip go", "data-key": "answer-story", onclick: doing.answer }, w("story.answer"))),
  );
}
