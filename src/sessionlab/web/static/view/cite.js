// Where a rule comes from, as links to the documents.

import { h } from "../dom.js";

/** @typedef {import("../types").ModelDocument} Document */

/** @type {readonly Document[]} */
let documents = [];

/** @param {readonly Document[]} known */
export function useDocuments(known) {
  documents = [...known].sort((left, right) => right.key.length - left.key.length);
}

/** @param {string} source such as "6265bis 5.8.3; WSTG-SESS-03" @returns {HTMLElement} */
export function cite(source) {
  const parts = source.split(";").map((part) => part.trim());
  return h("span", { class: "cites" }, ...parts.map((part) => one(part)));
}

/** @param {string} citation */
function one(citation) {
  const found = documents.find(({ key }) => citation === key || (citation.startsWith(key) && /[ ,.-]/.test(citation[key.length])));
  if (found === undefined) return h("span", { class: "cite" }, citation);
  return h("a", { class: "cite", href: found.url, title: found.title, rel: "noreferrer" }, citation);
}
