// Two branches side by side, exchange by exchange; only what differs is lit.

import { fill, h } from "../dom.js";
import { w } from "../words.js";
import { statusChip } from "./wire.js";
import { withTokens } from "./token.js";

/** @typedef {import("../types").Played} Played */
/** @typedef {import("../types").Exchange} Exchange */
/** @typedef {import("../lab.js").Branch} Branch */
/** @typedef {{ left: Played, right: Played, names: [string, string], says: [string, string], close: () => void }} Beside `right` knows what changed from `left` */

/** @param {HTMLElement} place @param {Beside} beside */
export function drawBeside(place, beside) {
  const { left, right } = beside;
  const found = new Map((right.changed?.differences ?? []).map((one) => [one.number, one]));
  const gone = new Set(right.changed?.gone ?? []);
  const rows = pairs(left, right, found, gone);
  const same = rows.filter((one) => one.parts.length === 0).length;
  place.className = "place";
  fill(
    place,
    h("header", null, h("h2", { id: "beside-title" }, w("beside.title")), h("span", { class: "small soft" }, w("beside.note", { same, all: rows.length })), h("button", { type: "button", class: "quiet", "data-key": "close-beside", onclick: beside.close }, w("beside.close"))),
    h(
      "div",
      { class: "scrolls", "data-scrolls": true, tabindex: "0", role: "region", "aria-labelledby": "beside-title" },
      h(
        "table",
        { class: "compare" },
        h("thead", null, h("tr", null, h("th", { scope: "col" }, w("beside.step")), ...beside.names.map((name, index) => h("th", { scope: "col" }, name, h("span", { class: "soft" }, ` ${beside.says[index]}`))))),
        h("tbody", null, ...rows.map((one) => pairRow(one, left, right))),
      ),
    ),
    h("p", { class: "small" }, h("b", null, beside.names[0], ": "), left.verdict.text),
    h("p", { class: "small" }, h("b", null, beside.names[1], ": "), right.verdict.text),
  );
}

/** @typedef {{ left: Exchange | null, right: Exchange | null, parts: readonly string[] }} Pair */

/**
 * @param {Played} left @param {Played} right @param {Map<number, { before: number | null, parts: readonly string[] }>} found
 * @param {Set<number>} gone @returns {Pair[]}
 */
function pairs(left, right, found, gone) {
  const rest = left.exchanges.filter((one) => !gone.has(one.number));
  /** @type {Pair[]} */
  const rows = [];
  let next = 0;
  for (const exchange of right.exchanges) {
    const difference = found.get(exchange.number);
    const isNew = difference !== undefined && difference.before === null;
    const match = isNew ? null : (rest[next++] ?? null);
    rows.push({ left: match, right: exchange, parts: difference?.parts ?? [] });
  }
  rows.push(...left.exchanges.filter((one) => gone.has(one.number)).map((one) => ({ left: one, right: null, parts: ["request"] })));
  return rows;
}

/** @param {Pair} pair @param {Played} left @param {Played} right */
function pairRow(pair, left, right) {
  const title = (pair.right ?? pair.left)?.title ?? "";
  const differs = pair.parts.length > 0;
  return h(
    "tr",
    { class: differs ? "differs" : "" },
    h("th", { scope: "row" }, title, differs && h("span", { class: "mark" }, w("beside.differs")), differs && h("span", { class: "small soft" }, ` ${pair.parts.map((part) => w(`part.${part}`)).join(", ")}`)),
    cell(pair.left, left, pair.parts),
    cell(pair.right, right, pair.parts),
  );
}

/** @param {Exchange | null} exchange @param {Played} trace @param {readonly string[]} parts */
function cell(exchange, trace, parts) {
  if (exchange === null) return h("td", { class: "soft" }, w("beside.absent"));
  const known = { credentials: trace.credentials, dead: /** @type {Set<string>} */ (new Set()) };
  const last = exchange.steps.at(-1);
  return h(
    "td",
    null,
    exchange.response !== null && statusChip(exchange.response.status, ""),
    " ",
    exchange.request === null ? "" : exchange.auth.word,
    parts.includes("steps") && last !== undefined && h("ul", { class: "small" }, ...exchange.steps.map((step) => h("li", null, ...withTokens(known, step.text)))),
    parts.includes("state") && h("p", { class: "small soft" }, exchange.standing.name),
  );
}
