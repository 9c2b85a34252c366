// Time: every exchange of every branch, the past and what came of it otherwise.

import { fill, h } from "../dom.js";
import { actionsDone, ATTACKER, clamped, isMarko, partyOf } from "../frames.js";
import { equal } from "../lab.js";
import { w } from "../words.js";
import { shape } from "./token.js";

/** @typedef {import("../lab.js").Lab} Lab */
/** @typedef {import("../lab.js").Branch} Branch */
/** @typedef {import("../types").Played} Played */
/** @typedef {import("../types").Exchange} Exchange */
/**
 * @typedef {{
 *   lab: Lab, traces: Map<number, Played>, canUndo: boolean, keys: boolean, describe: (one: Branch) => string, open: readonly string[],
 *   doing: { look: (branch: number, at: number) => void, move: (by: number) => void, undo: () => void, startOver: () => void, leave: (branch: number) => void, beside: (branch: number | null) => void },
 * }} Timeline
 */

/** @param {HTMLElement} place @param {Timeline} time */
export function drawTimeline(place, time) {
  const { lab, traces, doing } = time;
  const here = traces.get(lab.current);
  const at = here === undefined ? 0 : clamped(here, lab.at);
  const count = here?.exchanges.length ?? 0;
  fill(
    place,
    h("header", null, h("h2", { id: "timeline-title" }, w("time.title")), h("p", { class: "small soft" }, w("time.note")), tools(time, at, count)),
    h("div", { class: "branches" }, ...lab.branches.map((one) => branchRow(one, time, at))),
    lab.branches.length > 1 && besideChoice(time),
  );
}

/** @param {Timeline} time @param {number} at @param {number} count */
function tools(time, at, count) {
  const { doing, keys } = time;
  const button = (/** @type {string} */ key, /** @type {string} */ text, /** @type {() => void} */ act, /** @type {boolean} */ can, /** @type {string} */ letter) =>
    h("button", { type: "button", class: "quiet", "data-key": key, "aria-disabled": String(!can), onclick: () => can && act() }, text, keys && letter !== "" && h("kbd", { "aria-hidden": "true" }, letter));
  return h(
    "span",
    { class: "tools" },
    button("back", w("time.back"), () => doing.move(-1), at > 0, "←"),
    button("forward", w("time.forward"), () => doing.move(1), at < count, "→"),
    button("undo", w("time.undo"), doing.undo, time.canUndo, "Z"),
    button("start-over", w("time.start_over"), doing.startOver, true, ""),
  );
}

/** @param {Branch} one @param {Timeline} time @param {number} at */
function branchRow(one, time, at) {
  const { lab, traces, doing } = time;
  const trace = traces.get(one.id);
  if (trace === undefined) return null;
  const isHere = one.id === lab.current;
  const from = sharedExchanges(one, trace, lab);
  return h(
    "div",
    { class: `branch${isHere ? " here" : ""}` },
    h(
      "div",
      { class: "bn" },
      h("button", { type: "button", class: "branch-name", "data-key": `branch-${one.id}`, "aria-pressed": String(isHere), onclick: () => doing.look(one.id, lab.at) }, h("b", null, w("time.branch", { number: lab.branches.indexOf(one) + 1 })), h("span", { class: "soft" }, time.describe(one))),
      lab.branches.length > 1 && h("button", { type: "button", class: "x", "data-key": `leave-${one.id}`, "aria-label": w("time.leave", { number: lab.branches.indexOf(one) + 1 }), title: w("time.leave", { number: lab.branches.indexOf(one) + 1 }), onclick: () => doing.leave(one.id) }, "×"),
    ),
    trace.exchanges.length === 0
      ? h("p", { class: "small soft nothing" }, w("time.nothing"))
      : h("ol", { class: "ticks" }, ...trace.exchanges.map((exchange) => tick(exchange, one, trace, time, isHere ? at : 0, exchange.number <= from))),
  );
}

/** How many exchanges a branch has in common with the one that it left. @param {Branch} one @param {Played} trace @param {Lab} lab */
function sharedExchanges(one, trace, lab) {
  const parent = lab.branches.find((other) => other.id === one.parent);
  if (parent === undefined || !equal(parent.design, one.design)) return 0;
  const found = trace.exchanges.filter((exchange) => actionsDone(trace, exchange.number) <= one.since && exchange.number < trace.exchanges.length);
  return found.length;
}

/** @param {Exchange} exchange @param {Branch} one @param {Played} trace @param {Timeline} time @param {number} at @param {boolean} before */
function tick(exchange, one, trace, time, at, before) {
  const isNow = exchange.number === at;
  const verdict = ["replay", "me", "cross_site_request"].includes(exchange.verb) && exchange.request !== null && exchange.part === exchange.parts ? outcome(exchange) : null;
  const carried = exchange.steps.flatMap((step) => step.tokens)[0] ?? exchange.stored.find((cookie) => cookie.token)?.token ?? null;
  const known = { credentials: trace.credentials, dead: new Set() };
  return h(
    "li",
    { class: before ? "before" : null },
    h(
      "button",
      { type: "button", class: `tick${isNow ? " now" : ""}${partyOf(exchange) === ATTACKER ? " hers" : ""}`, "aria-current": isNow ? "step" : null, "data-key": `tick-${one.id}-${exchange.number}`, title: exchange.title, onclick: () => time.doing.look(one.id, exchange.number) },
      h("span", { class: "n" }, String(exchange.number)),
      h("span", { class: "t" }, w(`step.${exchange.verb}`), exchange.parts > 1 && h("span", { class: "soft" }, ` ${exchange.part}/${exchange.parts}`), verdict),
      carried !== null && shape(known, carried, "m"),
    ),
  );
}

/** @param {Exchange} exchange */
function outcome(exchange) {
  const good = isMarko(exchange);
  return h("b", { class: (exchange.verb === "me") === good ? "g" : "r" }, ` ${w(good ? "time.as_marko" : "time.as_nobody")}`);
}

/** @param {Timeline} time */
function besideChoice(time) {
  const { lab, doing } = time;
  const others = lab.branches.filter((one) => one.id !== lab.current);
  return h(
    "p",
    { class: "beside-choice" },
    h("span", { class: "small soft" }, w("time.beside")),
    ...others.map((one) => h("button", { type: "button", class: "tiny", "data-key": `beside-${one.id}`, "aria-pressed": String(lab.beside === one.id), onclick: () => doing.beside(lab.beside === one.id ? null : one.id) }, w("time.branch", { number: lab.branches.indexOf(one) + 1 }))),
  );
}
