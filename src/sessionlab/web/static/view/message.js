// A request or a response as it was written, each line explained when it is looked at.

import { h } from "../dom.js";
import { w, wordOr } from "../words.js";
import { withTokens } from "./token.js";

/** @typedef {import("./token.js").Known} Known */
/** @typedef {import("../dom.js").Child} Child */

let count = 0;

/**
 * A message whose lines say what they are for on focus, hover or tap; until then `note` stands there.
 * @param {string} text @param {"request" | "response"} kind @param {Known} known @param {Child[]} note
 * @param {string} key @param {Child} [corner] @returns {HTMLElement[]}
 */
export function message(text, kind, known, note, key, corner = null) {
  const [head, ...body] = text.split("\r\n\r\n");
  const id = `note-${(count += 1)}`;
  const explained = h("p", { class: "why", id }, ...note);
  const show = (/** @type {Child[]} */ children) => explained.replaceChildren(...children.map((child) => (child instanceof Node ? child.cloneNode(true) : String(child))));
  const lines = head.split("\r\n").map((line, index) => headLine(line, index, kind, known, key, id, show));
  const content = body.join("\r\n\r\n").trim();
  const raw = h(
    "div",
    { class: "raw", onmouseleave: () => show(note) },
    ...lines,
    corner,
    content !== "" && line("body", withTokens(known, content), w("line.body"), `${key}-body`, id, show),
  );
  return [raw, explained];
}

/**
 * @param {string} text @param {number} index @param {string} kind @param {Known} known @param {string} key
 * @param {string} id @param {(children: Child[]) => void} show
 */
function headLine(text, index, kind, known, key, id, show) {
  if (index === 0) return line("first", withTokens(known, text), w(`line.${kind}`), `${key}-first`, id, show);
  const colon = text.indexOf(":");
  const name = text.slice(0, colon);
  const children = [h("span", { class: "h" }, `${name}:`), " ", ...withTokens(known, text.slice(colon + 1).trim())];
  const about = wordOr(`header.${name.toLowerCase().replaceAll("-", "_")}`, w("header.other", { name }));
  return line("", children, about, `${key}-${name}-${index}`, id, show);
}

/**
 * @param {string} look @param {Child[]} children @param {string} about @param {string} key @param {string} id
 * @param {(children: Child[]) => void} show
 */
function line(look, children, about, key, id, show) {
  const tell = () => show([about]);
  return h(
    "button",
    { type: "button", class: `l ${look}`, "data-key": key, "aria-describedby": id, onfocus: tell, onmouseenter: tell, onclick: tell },
    ...children,
  );
}
