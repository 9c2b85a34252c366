// The few questions that the page asks its server. Each answer is a function of the question alone.

/** @typedef {import("./types").Model} Model */
/** @typedef {import("./types").Played} Played */
/** @typedef {import("./types").Next} Next */
/** @typedef {import("./types").ProblemDetails} ProblemDetails */

/** What the server says is wrong with a question. */
export class Trouble extends Error {
  /** @param {ProblemDetails} details */
  constructor(details) {
    super(details.title);
    this.details = details;
  }
}

/** The server does not answer. */
export class Unreachable extends Error {}

/** @returns {Promise<Model>} */
export const askModel = () => ask("/api/model");

/** @returns {Promise<import("./types").Presets>} */
export const askPresets = () => ask("/api/presets");

/** @param {object} body @returns {Promise<Played>} */
export const askPlay = (body) => ask("/api/play", body);

/** @param {object} body @returns {Promise<Next>} */
export const askNext = (body) => ask("/api/next", body);

/** @param {object} body @returns {Promise<import("./types").CardForm>} */
export const askCard = (body) => ask("/api/card", body);

/** @param {object} body @returns {Promise<import("./types").Attacked>} */
export const askAttacks = (body) => ask("/api/attacks", body);

/** @param {object} body @returns {Promise<import("./types").Fixed>} */
export const askFix = (body) => ask("/api/fix", body);

/** @param {object} body @returns {Promise<any>} */
export const askExplanation = (body) => ask("/api/cookie/explain", body);

/**
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<any>}
 */
async function ask(path, body) {
  let response;
  try {
    response = await fetch(path, body === undefined ? {} : posting(body));
  } catch (error) {
    throw new Unreachable(String(error));
  }
  const answer = await response.json().catch(() => null);
  if (response.ok && answer !== null) return answer;
  if (answer !== null && "problems" in answer) throw new Trouble(answer);
  throw new Unreachable(`${response.status}`);
}

/** @param {object} body @returns {RequestInit} */
function posting(body) {
  return { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
