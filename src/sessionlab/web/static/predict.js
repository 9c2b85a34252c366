// Predict first: which steps are worth a question, what may be shown meanwhile, and what a goal asks for. Pure.

import { actionsDone, ATTACKER, clamped, isMarko, MARKO, partyOf, VICTIM } from "./frames.js";

/** @typedef {import("./types").Trace} Trace */
/** @typedef {import("./types").Exchange} Exchange */
/** @typedef {{ verb: string, wanted: boolean, after: string[] }} Goal wanted: shall the server answer as Marko? */

const ASKING = ["me", "replay", "cross_site_request", "subdomain_request"];

/** @param {string} action @returns {{ actor: string, verb: string, argument: string }} */
export function partsOf(action) {
  const [before, ...rest] = action.split("=");
  const [verb, actor = ""] = before.split(":").reverse();
  return { actor: actor || (ASKING.slice(1).includes(verb) ? ATTACKER : VICTIM), verb, argument: rest.join("=") };
}

/**
 * Whether an action is worth a question after that exchange: its answer is not on the page already.
 * @param {Trace} trace @param {number} at @param {string} action @returns {boolean}
 */
export function isDecisive(trace, at, action) {
  const { actor, verb } = partsOf(action);
  if (!ASKING.includes(verb)) return false;
  const until = trace.exchanges.slice(0, clamped(trace, at));
  if (verb === "replay" && !until.some((one) => one.attacker_knows.length > 0)) return false;
  if (verb === "me" && until.length === 0) return false;
  const last = until.findLastIndex((one) => one.verb === verb && one.actor === actor);
  // Asked again with nothing but questions in between, the answer is known.
  return last < 0 || until.slice(last + 1).some((one) => !ASKING.includes(one.verb));
}

/** Whether an action is of a kind that is asked about. @param {string} action */
export const isQuestion = (action) => ASKING.includes(partsOf(action).verb);

/**
 * The questions that are open after an exchange: those whose answer the page must not show beforehand.
 * @param {Trace} trace @param {number} at @returns {string[]} verbs
 */
export function openQuestions(trace, at) {
  return ["me", "replay"].filter((verb) => isDecisive(trace, at, verb));
}

/** Did the server answer as Marko? @param {Exchange | null} exchange @returns {boolean} */
export const worked = (exchange) => exchange !== null && isMarko(exchange);

/**
 * Whether a goal is reached: the play's last try goes the other way, and Marko's own requests before it are answered as
 * they were (a design under which nobody can log in is no solution).
 * @param {Goal} goal @param {Trace} trace @returns {boolean}
 */
export function isReached(goal, trace) {
  const last = trace.exchanges.findLast((one) => one.verb === goal.verb);
  if (last === undefined || worked(last) !== goal.wanted) return false;
  const own = ownAnswers(trace, goal.verb);
  return goal.after.length === own.length && goal.after.every((answer, index) => answer === own[index]);
}

/** What Marko's own requests were answered, but for the kind that a goal is about. @param {Trace} trace @param {string} aimedAt @returns {string[]} */
export function ownAnswers(trace, aimedAt) {
  return trace.exchanges
    .filter((one) => partyOf(one) === VICTIM && ["login", "me"].includes(one.verb) && one.verb !== aimedAt && one.part === one.parts)
    .map((one) => `${one.verb}:${one.auth.user === MARKO}`);
}

/** How many actions led to the exchange that is shown. @param {Trace} trace @param {number} at */
export const doneAt = (trace, at) => actionsDone(trace, clamped(trace, at));
