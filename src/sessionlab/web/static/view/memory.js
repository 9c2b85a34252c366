// What the server keeps beside sessions, what the identity provider keeps, and what logs and caches hold: each only where it is.

import { h } from "../dom.js";
import { w, wordOr } from "../words.js";
import { tokenOf, withTokens } from "./token.js";

/** @typedef {import("../types").Exchange} Exchange */
/** @typedef {import("./token.js").Known} Known */
/** @typedef {import("../dom.js").Child} Child */
/** One line: a value with its token, and what is said of it. @typedef {{ token?: string, text: string, says: string, change?: string }} Line */

/** @param {Exchange} exchange @param {Known} known @returns {HTMLElement[]} */
export function memory(exchange, known) {
  const { provider } = exchange;
  return [
    table("refresh", exchange.refresh.map((one) => ({ ...one, says: w("memory.refresh_of", { user: one.user, state: w(`memory.state.${one.state}`) }) })), known),
    table("remembered", exchange.remembered.map((one) => ({ ...one, says: one.user })), known),
    table("keys", exchange.keys.map((one) => ({ ...one, says: one.user })), known),
    table("used_ids", exchange.used_ids.map((one) => ({ text: one.id, change: one.change, says: wordOr(`memory.purpose.${one.purpose}`, one.purpose) })), known),
    table("kept_tokens", provider.kept_tokens.map((text) => ({ text, says: "" })), known),
    table("accounts", exchange.accounts.filter((one) => one.change !== "" || !one.enabled || one.role !== "user" || one.password > 0).map((one) => ({ text: one.name, change: one.change, says: w(one.enabled ? "memory.account" : "memory.account_disabled", { role: one.role, changes: one.password }) })), known),
    exchange.outage && h("p", { class: "small" }, h("b", null, w("memory.outage"))),
    exchange.slow > 0 && h("p", { class: "small" }, h("b", null, w("memory.slow", { seconds: exchange.slow }))),
    table("provider_sessions", provider.sessions.map((one) => ({ ...one, says: one.user })), known),
    table("provider_codes", provider.codes.map((one) => ({ ...one, says: one.user })), known),
    table("logged_addresses", plain(exchange.logged_addresses), known),
    table("logged_headers", plain(exchange.logged_headers), known),
    table("cached", plain(exchange.cached), known),
  ].filter((one) => one instanceof HTMLElement);
}

/** @param {readonly string[]} texts @returns {Line[]} */
const plain = (texts) => [...new Set(texts)].map((text) => ({ text, says: "" }));

/** A heading with its lines, or nothing. @param {string} name @param {readonly Line[]} lines @param {Known} known */
function table(name, lines, known) {
  if (lines.length === 0) return null;
  return h(
    "div",
    null,
    h("h3", null, w(`memory.${name}`)),
    h("ul", { class: "kept-list" }, ...lines.map((one) => h("li", null, ...shown(one, known), one.says !== "" && h("span", { class: "small soft" }, one.says), one.change ? h("span", { class: "mark" }, w(`change.${one.change}`)) : null))),
  );
}

/** @param {Line} line @param {Known} known @returns {Child[]} */
function shown(line, known) {
  const found = line.token ? tokenOf(known, line.token) : null;
  if (found !== null) return [found];
  const parts = withTokens(known, line.text);
  return parts.some((part) => typeof part !== "string") ? parts : [h("code", { class: "value" }, shortened(line.text))];
}

const LONGEST = 44;

/** @param {string} text */
const shortened = (text) => (text.length <= LONGEST ? text : `${text.slice(0, 24)}…${text.slice(-12)}`);
