// The credential: one coloured, shaped and named token, wherever its value appears.

import { cut, lookOf } from "../credentials.js";
import { h } from "../dom.js";
import { w } from "../words.js";

/** @typedef {import("../types").Credential} Credential */
/** @typedef {import("../types").Trace} Trace */
/** @typedef {import("../dom.js").Child} Child */
/** What is known of credentials at a moment. @typedef {{ credentials: readonly Credential[], dead: Set<string> }} Known */

/**
 * What is known at an exchange. A credential is dead if it was answered as somebody before and is not any more; while a
 * question about that is open, nothing says so.
 * @param {Trace} trace @param {number} at @param {boolean} hidden @returns {Known}
 */
export function knownAt(trace, at, hidden) {
  const until = trace.exchanges.slice(0, at);
  const once = new Set(until.flatMap((one) => one.live.map((live) => live.id)));
  const last = until[until.length - 1];
  // What one of two instances still knows is not dead, though the next request may go to the other.
  const elsewhere = (last?.store ?? []).filter((entry) => !entry.late && entry.known_on.length > 0).map((entry) => entry.token);
  const now = new Set([...(last?.live ?? []).map((live) => live.id), ...elsewhere]);
  const dead = hidden ? [] : [...once].filter((id) => !now.has(id));
  return { credentials: trace.credentials, dead: new Set(dead) };
}

/**
 * @param {Known} known @param {Credential} credential @returns {HTMLElement}
 */
export function token(known, credential) {
  const dead = known.dead.has(credential.id);
  const look = lookOf(known.credentials, credential.id);
  return h(
    "span",
    { class: `tok ${look}${dead ? " dead" : ""}`, title: credential.kind_text },
    h("code", null, credential.short),
    dead && h("span", { class: "vh" }, ` ${w("token.dead")}`),
  );
}

/** @param {Known} known @param {string | null} id @returns {HTMLElement | null} */
export function tokenOf(known, id) {
  const credential = known.credentials.find((one) => one.id === id);
  return credential === undefined ? null : token(known, credential);
}

/** A text with every credential in it as a token. @param {Known} known @param {string} text @returns {Child[]} */
export function withTokens(known, text) {
  return cut(text, known.credentials).map((part) => (typeof part === "string" ? part : token(known, part)));
}

/** The token's shape alone, for lines and ticks. @param {Known} known @param {string | null} id @param {string} [more] */
export function shape(known, id, more = "") {
  return h("span", { class: `shape ${lookOf(known.credentials, id)} ${more}`, "aria-hidden": "true" });
}
