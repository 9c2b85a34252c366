// Files and other texts to take away: a trace as JSON, a request as curl. Pure.

import { branch, LAST, without } from "./lab.js";

/** @typedef {import("./types").Trace} Trace */
/** @typedef {import("./types").Request} Request */
/** @typedef {import("./lab.js").Lab} Lab */
/** @typedef {import("./lab.js").Choices} Choices */

/** A file that is no trace. `newer`: because a later version of the lab wrote it. */
export class NoTrace extends Error {
  /** @param {string} message @param {boolean} [newer] */
  constructor(message, newer = false) {
    super(message);
    this.newer = newer;
  }
}

/**
 * The lab that a saved trace comes from. What is in it is played again, so that what is shown is the engine's own.
 * @param {string} text @param {Choices} start the first screen's values @param {Choices} settings the usual environment
 * @param {number} version the newest form of traces that this page knows @returns {Lab}
 */
export function labOfTrace(text, start, settings, version) {
  let trace;
  try {
    trace = JSON.parse(text);
  } catch {
    throw new NoTrace("not JSON");
  }
  if (trace === null || typeof trace !== "object" || !Number.isInteger(trace.version)) throw new NoTrace("no version");
  if (trace.version > version) throw new NoTrace("newer", true);
  const { design, actions, policy, seed, environment } = trace;
  const whole = Array.isArray(actions) && actions.every((one) => typeof one === "string") && typeof policy === "string";
  if (!whole || !Number.isInteger(seed) || !isTable(design)) throw new NoTrace("something is missing");
  const chosen = Object.fromEntries(Object.entries(isTable(environment) ? environment : {}).filter(([, value]) => value !== null));
  const one = branch(1, without(design, start), actions);
  return { seed, policy, environment: without(chosen, settings), branches: [one], current: 1, at: LAST, beside: null };
}

/** @param {unknown} value @returns {value is Choices} */
function isTable(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every((one) => one === null || ["string", "boolean"].includes(typeof one));
}

/** A request as a curl command for a POSIX shell. @param {Request} request @returns {string} */
export function curl(request) {
  const own = ["host", "content-length"];
  const headers = request.headers.filter(([name]) => !own.includes(name.toLowerCase()));
  const parts = [`curl -i ${quoted(request.url)}`];
  if (request.method !== (request.body === "" ? "GET" : "POST")) parts.push(`-X ${request.method}`);
  for (const [name, value] of headers) parts.push(`-H ${quoted(`${name}: ${value}`)}`);
  if (request.body !== "") parts.push(`--data-raw ${quoted(request.body)}`);
  return parts.join(" \\\n  ");
}

/** @param {string} text */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
