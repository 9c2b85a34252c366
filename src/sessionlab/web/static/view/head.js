// The head of the lab: what has just happened in one sentence, the question that is open, and the goal. And the foot line.

import { byId, fill, h } from "../dom.js";
import { exchangeAt, isMarko } from "../frames.js";
import { isReached, partsOf } from "../predict.js";
import { prefs } from "../prefs.js";
import { w, wordOr } from "../words.js";

/** @typedef {import("../types").Played} Played */
/** @typedef {import("../types").Exchange} Exchange */
/** @typedef {import("../predict.js").Goal} Goal */
/** @typedef {{ pending: string | null, outcome: { action: string, predicted: boolean, worked: boolean } | null, goal: Goal | null, notice: string }} HeadState */
/**
 * @typedef {{
 *   state: HeadState, trace: Played, at: number, describe: (one: any) => string,
 *   doing: { answer: (predicted: boolean | null) => void, aim: () => void, giveUp: () => void, cancel: () => void },
 * }} Head
 */

const GOALS = ["me", "replay", "cross_site_request", "subdomain_request"];

/** @param {Head} head */
export function drawHead(head) {
  const { state, trace, at } = head;
  const now = exchangeAt(trace, at);
  // Not replaced but rewritten: the live region announces each exchange as the engine's sentence.
  write(byId("title"), title(state, trace, now));
  const [heard, seen] = saying(now, trace, byId("title").textContent ?? "");
  if (byId("say").textContent !== heard + seen) fill(byId("say"), h("span", { class: "vh" }, heard), seen);
  fill(byId("guess"), ...asking(head, now));
  fill(byId("notice"), state.notice !== "" && h("p", { class: "notice", role: "status" }, state.notice));
}

/** @param {HTMLElement} place @param {string} text */
function write(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

/** @param {HeadState} state @param {Played} trace @param {Exchange | null} now */
function title(state, trace, now) {
  if (state.pending !== null) return w(`ask.${partsOf(state.pending).verb}`);
  if (state.goal !== null) return w(isReached(state.goal, trace) ? "goal.reached" : state.goal.wanted ? "goal.work" : "goal.fail");
  if (now === null) return w("head.begin");
  const end = now.request !== null && now.part === now.parts ? wordOr(`head.${now.verb}.${isMarko(now) ? "known" : "nobody"}`, "") : "";
  return end || ended(now.title);
}

/** The engine's sentence; what stands in the heading already is heard but not seen. @param {Exchange | null} now @param {Played} trace @param {string} title */
function saying(now, trace, title) {
  if (now === null) return ["", w("head.begin_text")];
  const step = w("head.step", { number: now.number, count: trace.exchanges.length });
  const rest = now.request === null ? w("wire.no_request") : now.auth.text;
  return ended(now.title) === title ? [`${title} `, `${step} ${rest}`] : ["", `${step} ${ended(now.title)} ${rest}`];
}

/** @param {string} sentence */
const ended = (sentence) => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`);

/** @param {Head} head @param {Exchange | null} now */
function asking({ state, trace, doing }, now) {
  const { pending, outcome, goal } = state;
  const chip = (/** @type {string} */ key, /** @type {string} */ text, /** @type {() => void} */ act, look = "", letter = "") =>
    h("button", { type: "button", class: `chip ${look}`, "data-key": key, onclick: act }, text, letter !== "" && prefs().keys && h("kbd", { "aria-hidden": "true" }, letter));
  if (pending !== null) {
    return [
      h("p", { class: "small soft" }, w("predict.first")),
      h("div", { class: "row" }, chip("answer-yes", w("predict.yes"), () => doing.answer(true), "", "1"), chip("answer-no", w("predict.no"), () => doing.answer(false), "", "2"), h("button", { type: "button", class: "quiet", "data-key": "answer-skip", onclick: () => doing.answer(null) }, w("predict.skip"), prefs().keys && h("kbd", { "aria-hidden": "true" }, "0"))),
    ];
  }
  if (goal !== null) {
    const reached = isReached(goal, trace);
    return [h("p", { class: "small soft" }, w(reached ? "goal.reached_text" : "goal.text")), h("div", { class: "row" }, chip("give-up", w(reached ? "goal.done" : "goal.give_up"), doing.giveUp, reached ? "go" : ""))];
  }
  const can = now !== null && now.request !== null && GOALS.includes(now.verb) && now.number === trace.exchanges.length;
  const surprised = outcome !== null && outcome.predicted !== outcome.worked;
  const { right, asked } = prefs();
  return [
    outcome !== null && h("p", { class: "small soft" }, w(surprised ? "predict.surprise" : "predict.right"), " ", w("predict.score", { right, asked })),
    can && h("div", { class: "row" }, chip("aim", w(isMarko(now) ? "goal.make_fail" : "goal.make_work"), doing.aim, surprised ? "go" : "")),
  ];
}

/** @param {HTMLElement} place @param {import("../types").Model} model @param {string} policy */
export function drawFoot(place, model, policy) {
  const found = model.policies.find((one) => one.name === policy);
  fill(
    place,
    h("span", null, w("foot.model")),
    h("span", null, w("foot.policy", { name: policy, dated: found?.dated ?? "" })),
    h("span", null, w("foot.version", { version: model.version })),
  );
}
