// Reading a trace: which exchange belongs to which action, and which one each party made last. Pure.

/** @typedef {import("./types").Trace} Trace */
/** @typedef {import("./types").Exchange} Exchange */

export const VICTIM = "victim";
export const DEVICE2 = "device2";
export const ATTACKER = "attacker";
export const OPERATOR = "operator";
export const MARKO = "marko@example.test";

/**
 * How many actions were done once an exchange was over: those before it, refused ones too, and its own.
 * @param {Trace} trace @param {number} number @returns {number}
 */
export function actionsDone(trace, number) {
  if (number >= trace.exchanges.length) return trace.actions.length;
  const begun = trace.exchanges.filter((one) => one.number <= number && one.part === 1).length;
  return begun + trace.refused_actions.filter((one) => one.before <= number).length;
}

/** @param {Trace} trace @param {number} at @returns {number} a number that the trace has; 0 before everything */
export const clamped = (trace, at) => Math.max(0, Math.min(at, trace.exchanges.length));

/** @param {Trace} trace @param {number} at @returns {Exchange | null} */
export const exchangeAt = (trace, at) => trace.exchanges[clamped(trace, at) - 1] ?? null;

/**
 * Whose row of the page an exchange belongs to: the browser that asked, or the tool of the attacker's hand.
 * @param {Exchange} exchange @returns {string}
 */
export function partyOf(exchange) {
  if (exchange.request === null) return exchange.actor === OPERATOR ? VICTIM : exchange.actor;
  return exchange.request.by_tool && exchange.request.kind !== "program" ? ATTACKER : exchange.browser;
}

/**
 * The last exchange that a party made, up to the one that is shown.
 * @param {Trace} trace @param {number} at @param {string} party @returns {Exchange | null}
 */
export function lastOf(trace, at, party) {
  const until = trace.exchanges.slice(0, clamped(trace, at));
  return until.reverse().find((one) => partyOf(one) === party) ?? null;
}

/** Whether an exchange's answer says that the server took the one who asked for Marko. @param {Exchange} exchange */
export const isMarko = (exchange) => exchange.auth.user === MARKO;

/**
 * The exchange that decided a play: the one that ended the copied value, else the one that tried it last.
 * @param {Trace} trace @returns {number}
 */
export function deciding(trace) {
  return trace.verdict.ended_in ?? trace.exchanges.length;
}

/**
 * The deciding step of the server in an exchange, counted from 0; -1 if none stands out.
 * @param {Trace} trace @param {Exchange} exchange @returns {number}
 */
export function decidingStep(trace, exchange) {
  if (trace.verdict.ended_in === exchange.number) {
    return exchange.steps.findIndex((step) => step.code === trace.verdict.ended_by);
  }
  const checks = exchange.steps.map((step) => /^(verify|look_up|check_seal|is_denied)/.test(step.code));
  return checks.lastIndexOf(true);
}

/**
 * What became different in an exchange, by the names of its parts.
 * @param {{ changed?: import("./types").Changes | null }} played @param {number} number @returns {Set<string>}
 */
export function changedParts(played, number) {
  const found = played.changed?.differences.find((one) => one.number === number);
  return new Set(found === undefined || found.before === null ? [] : found.parts);
}
