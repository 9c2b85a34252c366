// The server: whom it believes and why, its logic step by step, its session store, its clock.

import { lookOf } from "../credentials.js";
import { h } from "../dom.js";
import { ofRecord, recordTarget } from "../edits.js";
import { w } from "../words.js";
import { handles } from "./browser.js";
import { memory } from "./memory.js";
import { tokenOf, withTokens } from "./token.js";

/** @typedef {import("../types").Exchange} Exchange */
/** @typedef {import("../types").Entry} Entry */
/** @typedef {import("../types").Step} Step */
/** @typedef {import("./token.js").Known} Known */
/** @typedef {import("./browser.js").ByHand} ByHand */

const NO = /(nothing|forged|wrong|disabled|refused|is_denied\.yes|no_credential)$/;
const YES = /(found|genuine|right|done|written|made|is_denied\.no|all|others)$/;

/** Who worked on a request, where that is not simply the application. @param {Exchange} exchange @returns {HTMLElement | null} */
export function servedBy(exchange) {
  const { served_by } = exchange;
  if (served_by === "" || served_by === "application") return null;
  const known = served_by.length === 1 ? w("server.instance", { name: served_by }) : w(`server.by_${served_by}`);
  return h("p", { class: `served ${served_by.length === 1 ? `on-${served_by}` : ""}` }, known);
}

/** Which instances know a record, where there are two. @param {Entry} entry @returns {HTMLElement | null} */
function whereabouts(entry) {
  const [known, unknown] = [entry.known_on.join(", "), entry.unknown_on.join(", ")];
  if (known === "" && unknown === "") return null;
  const code = entry.late ? "late" : unknown === "" ? "on_all" : known === "" ? "nowhere" : "known_on";
  return h("p", { class: `small where ${code}` }, w(`server.${code}`, { known, unknown }));
}

/** The auth result in one big word, with its ground. @param {Exchange} exchange @param {boolean} lit @returns {HTMLElement} */
export function believed(exchange, lit) {
  const known = exchange.auth.user !== null;
  return h(
    "div",
    { class: `auth${known ? " known" : ""}${lit ? " lit" : ""}` },
    h("p", { class: "word" }, exchange.auth.word),
    h("p", { class: "ground" }, exchange.auth.text),
  );
}

/** The server's steps in order. @param {Exchange} exchange @param {Known} known @param {number} deciding @param {boolean} lit */
export function logic(exchange, known, deciding, lit) {
  if (exchange.steps.length === 0) return null;
  return h(
    "div",
    { class: `steps-taken${lit ? " lit" : ""}` },
    h("h3", null, w("server.steps", { number: exchange.number })),
    h("ol", { class: "logic" }, ...exchange.steps.map((step, index) => stepLine(step, known, index === deciding))),
    h("p", { class: "small soft" }, w(exchange.look_ups === 1 ? "server.look_up" : "server.look_ups", { count: exchange.look_ups })),
  );
}

/** @param {Step} step @param {Known} known @param {boolean} decides */
function stepLine(step, known, decides) {
  const mark = NO.test(step.code) ? "nope" : YES.test(step.code) ? "yes" : "";
  return h("li", { class: `${mark}${decides ? " decides" : ""}` }, h("span", null, ...withTokens(known, step.text), decides && h("b", { class: "mark" }, w("server.decides"))));
}

/** The session store, and what else the server remembers. @param {Exchange} exchange @param {Known} known @param {boolean} lit @param {ByHand} byHand */
export function store(exchange, known, lit, byHand) {
  const records = exchange.store.map((entry, index) => record(entry, index, exchange, known, byHand));
  const gone = exchange.store_removed.map((entry) => h("div", { class: "rec gone" }, tokenOf(known, entry.token), h("p", { class: "small soft" }, w("server.record_gone"))));
  const others = memory(exchange, known);
  if (records.length + gone.length === 0) gone.push(h("div", { class: "empty" }, h("p", null, w(others.length ? "server.no_sessions" : "server.store_empty"))));
  return h(
    "div",
    { class: lit ? "lit" : "" },
    h("h3", null, w("server.store")),
    h("div", { class: "store" }, ...records, ...gone),
    exchange.denied.length > 0 && h("p", { class: "small" }, w("server.denied", { list: exchange.denied.map((one) => (one.only_on === "" ? one.jti : w("server.denied_on", { token: one.jti, name: one.only_on }))).join(", ") })),
    ...exchange.deeds.map((deed) => h("p", { class: "small" }, w(deed.asked_from === null ? "server.deed" : "server.deed_from", { user: deed.user, origin: deed.asked_from ?? "" }))),
    others.length > 0 && h("div", { class: "memory" }, ...others),
    h("p", { class: "small soft" }, w("server.clock", { time: exchange.time })),
  );
}

/** @param {Entry} entry @param {number} index @param {Exchange} exchange @param {Known} known @param {ByHand} byHand */
function record(entry, index, exchange, known, byHand) {
  const key = `record-${index + 1}`;
  const target = recordTarget(entry, index, exchange.browsers);
  const hands = entry.late ? [] : handles(key, entry.id, byHand, () => byHand.edit(ofRecord(entry, index, exchange)), `operator:delete_record=${target}`);
  const text = entry.text.slice(entry.text.indexOf("→") + 1).trim();
  return h(
    "div",
    { class: `rec live ${lookOf(known.credentials, entry.token)}` },
    h("div", { class: "key" }, tokenOf(known, entry.token) ?? h("code", null, entry.id), entry.change !== "" && h("span", { class: "mark" }, w(`change.${entry.change}`)), ...hands),
    h("p", { class: "mono small" }, "→ ", text),
    whereabouts(entry),
    byHand.editor?.key === key && byHand.editor.node,
  );
}
