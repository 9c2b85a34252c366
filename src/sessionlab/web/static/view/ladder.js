// A play as a ladder: one line an exchange, what was answered, and the step that decided.

import { h } from "../dom.js";
import { deciding, decidingStep, isMarko, lastOf, ATTACKER } from "../frames.js";
import { w } from "../words.js";
import { tokenOf, withTokens } from "./token.js";

/** @typedef {import("../types").Played} Played */
/** @typedef {import("../types").Exchange} Exchange */
/** @typedef {import("./token.js").Known} Known */

/** @param {Played} trace @param {string} title @param {string} note @returns {HTMLElement} */
export function ladder(trace, title, note) {
  const known = { credentials: trace.credentials, dead: /** @type {Set<string>} */ (new Set()) };
  const lit = deciding(trace);
  const survives = survived(trace);
  return h(
    "section",
    { class: "place ladder", "aria-label": title },
    h("header", null, h("h2", null, title), h("span", { class: "small soft" }, note)),
    h("ol", { class: "rungs" }, ...trace.exchanges.map((one) => rung(one, trace, known, one.number === lit))),
    h("div", { class: `verdict ${survives ? "no" : "ok"}` }, h("b", null, w(survives ? "intro.survived" : "intro.died")), h("p", null, ...withTokens(known, trace.verdict.text))),
  );
}

/** Did the attacker's last try count as Marko's? @param {Played} trace @returns {boolean} */
export function survived(trace) {
  const last = lastOf(trace, trace.exchanges.length, ATTACKER);
  return last !== null && isMarko(last);
}

/** @param {Exchange} one @param {Played} trace @param {Known} known @param {boolean} lit */
function rung(one, trace, known, lit) {
  const carried = one.sent[0]?.token ?? one.stored.find((cookie) => cookie.token)?.token ?? one.attacker_knows.find((value) => value.change === "added")?.token ?? (one.request?.by_tool ? one.attacker_knows.at(-1)?.token : null) ?? null;
  const step = lit ? one.steps[decidingStep(trace, one)] : undefined;
  return h(
    "li",
    { class: `rung${lit ? " lit" : ""}` },
    h("span", { class: "n" }, String(one.number)),
    h("div", { class: "what" }, h("span", null, one.title), carried !== null && tokenOf(known, carried), lit && h("p", { class: "decides" }, h("b", null, w("server.decides")), " ", ...withTokens(known, step?.text ?? one.auth.text))),
    one.response !== null && h("span", { class: `code ${one.response.status < 400 ? "ok" : "no"}` }, `${one.response.status} ${one.auth.user === null ? "" : one.auth.user.split("@")[0]}`.trim()),
  );
}
