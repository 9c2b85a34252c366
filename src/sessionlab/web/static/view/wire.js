// The wire: what was sent, what came back, what stayed behind and why, and what would be sent next.

import { h } from "../dom.js";
import { w, wordOr } from "../words.js";
import { cite } from "./cite.js";
import { message } from "./message.js";
import { shape, tokenOf, withTokens } from "./token.js";

/** @typedef {import("../types").Exchange} Exchange */
/** @typedef {import("../types").Coming} Coming */
/** @typedef {import("../types").Reason} Reason */
/** @typedef {import("./token.js").Known} Known */
/** @typedef {import("../dom.js").Child} Child */

/**
 * @param {Exchange} exchange @param {Known} known @param {Set<string>} changed @param {{ curl: (exchange: Exchange) => void }} doing
 * @returns {Child[]}
 */
export function wire(exchange, known, changed, doing) {
  if (exchange.request === null) return [h("div", { class: "quiet-wire" }, h("p", null, h("b", null, exchange.title), ". ", w("wire.no_request")))];
  return [requestPart(exchange, known, changed, doing), responsePart(exchange, known, changed)];
}

/** @param {Exchange} exchange @param {Known} known @param {Set<string>} changed @param {{ curl: (exchange: Exchange) => void }} doing */
function requestPart(exchange, known, changed, doing) {
  const request = /** @type {NonNullable<Exchange["request"]>} */ (exchange.request);
  const carried = carriedIn(request.text, known);
  return h(
    "div",
    { class: `msg${isLit(changed, "request", "sent")}` },
    lane("out", w(request.kind === "program" || !request.by_tool ? "wire.request" : "wire.request_by_tool", { number: exchange.number }), known, carried),
    ...message(request.text, "request", known, requestNote(exchange), `request-${exchange.number}`, copying(exchange, doing)),
    request.initiator !== null && h("p", { class: "why" }, w("wire.initiator", { page: request.initiator })),
    request.tls_key !== "" && h("p", { class: "why" }, w("wire.tls_key", { name: wordOr(`party.${request.tls_key}`, request.tls_key) })),
    !request.encrypted && h("p", { class: "why care" }, w("wire.in_clear")),
    withheldList(exchange, known),
  );
}

/** @param {Exchange} exchange @param {{ curl: (exchange: Exchange) => void }} doing */
function copying(exchange, doing) {
  return h("button", { type: "button", class: "tiny corner", "data-key": `curl-${exchange.number}`, onclick: () => doing.curl(exchange) }, w("wire.curl"));
}

/** @param {Exchange} exchange @returns {Child[]} */
function requestNote(exchange) {
  if (exchange.request?.kind === "program") return [w("wire.by_program")];
  if (exchange.request?.by_tool) return [w("wire.by_tool")];
  const names = exchange.sent.map((one) => one.cookie).join(", ");
  if (names !== "") return [w("wire.sent", { names })];
  return [w(exchange.withheld.length ? "wire.all_withheld" : "wire.nothing_to_send")];
}

/** @param {Exchange} exchange @param {Known} known */
function withheldList(exchange, known) {
  if (exchange.withheld.length === 0) return null;
  return h(
    "ul",
    { class: "held", "aria-label": w("wire.withheld") },
    ...exchange.withheld.map((one) =>
      h("li", null, h("b", null, w("wire.withheld_one")), " ", h("code", null, one.cookie), " ", tokenOf(known, one.token), ...reasons(one.reasons)),
    ),
  );
}

/** @param {readonly Reason[]} found @returns {HTMLElement[]} */
export function reasons(found) {
  return found.map((one) => h("span", { class: "reason" }, one.text, " ", cite(one.source)));
}

/** @param {Exchange} exchange @param {Known} known @param {Set<string>} changed */
function responsePart(exchange, known, changed) {
  const response = exchange.response;
  if (response === null) return h("div", { class: "msg" }, h("p", { class: "quiet-wire" }, w(exchange.waits ? "wire.waits" : "wire.nobody_listens")));
  const carried = carriedIn(response.text, known);
  return h(
    "div",
    { class: `msg${isLit(changed, "response", "cookies")}` },
    lane("back", w("wire.response", { number: exchange.number }), known, carried, statusChip(response.status, response.reason)),
    ...message(response.text, "response", known, responseNote(exchange), `response-${exchange.number}`),
    ...explainers(exchange),
    refusedList(exchange, known),
  );
}

/** A way to the explainer for each cookie that the response sets. @param {Exchange} exchange */
function explainers(exchange) {
  const lines = (exchange.response?.headers ?? []).filter(([name]) => name.toLowerCase() === "set-cookie").map(([, value]) => value);
  return lines.map((line) => {
    const place = new URLSearchParams({ line, url: exchange.request?.url ?? "" });
    return h("a", { class: "cite explain-link", href: `/cookie#${place}` }, w("wire.explain", { name: line.split("=")[0] }));
  });
}

/** @param {Exchange} exchange @returns {Child[]} */
function responseNote(exchange) {
  if (exchange.stored.length) return [exchange.stored.map((one) => one.effect_text).join(" ")];
  return [w(exchange.refused.length ? "wire.refused" : "wire.no_set_cookie")];
}

/** @param {Exchange} exchange @param {Known} known */
function refusedList(exchange, known) {
  if (exchange.refused.length === 0) return null;
  return h(
    "ul",
    { class: "held", "aria-label": w("wire.refused_list") },
    ...exchange.refused.map((one) =>
      h("li", null, h("b", null, w("wire.refused_one")), " ", h("code", null, one.cookie), " ", tokenOf(known, one.token), ...reasons(one.reasons)),
    ),
  );
}

/** @param {number} status @param {string} reason */
export function statusChip(status, reason) {
  return h("span", { class: `code ${status < 400 ? "ok" : "no"}` }, `${status} ${reason}`.trim());
}

/**
 * The line between browser and server with the credential travelling on it.
 * @param {"out" | "back"} way @param {string} label @param {Known} known @param {string | null} carried @param {Child} [chip]
 */
function lane(way, label, known, carried, chip = null) {
  return h("div", { class: `lane ${way}` }, h("span", { class: "what" }, label, chip), carried !== null && shape(known, carried, "dot"));
}

/** The first credential in a text. @param {string} text @param {Known} known @returns {string | null} */
function carriedIn(text, known) {
  const places = known.credentials.map((one) => ({ id: one.id, index: text.indexOf(one.text) })).filter((one) => one.index >= 0);
  return places.sort((left, right) => left.index - right.index)[0]?.id ?? null;
}

/**
 * The next request, before it is made.
 * @param {Coming} coming @param {string} title @param {Known} known @returns {HTMLElement | null}
 */
export function preview(coming, title, known) {
  if (coming.text === null) return null;
  const [first, ...fields] = coming.text.split("\r\n\r\n")[0].split("\r\n");
  const telling = fields.filter((field) => /^(cookie|authorization|x-session-token):/i.test(field));
  const stays = coming.cookies.filter((one) => one.reasons.length > 0);
  return h(
    "div",
    { class: "preview" },
    h("h3", null, w("wire.next", { title })),
    h(
      "div",
      { class: "raw" },
      h("span", { class: "l first" }, ...withTokens(known, first)),
      ...telling.map((text) => h("span", { class: "l" }, ...withTokens(known, text))),
      telling.length === 0 && h("span", { class: "l h" }, w("wire.would_send_none")),
    ),
    ...stays.map((one) => h("p", { class: "why" }, w("wire.would_withhold", { name: one.cookie }), " ", ...reasons(one.reasons))),
  );
}

/** @param {Set<string>} changed @param {...string} parts */
export function isLit(changed, ...parts) {
  return parts.some((part) => changed.has(part)) ? " lit" : "";
}

