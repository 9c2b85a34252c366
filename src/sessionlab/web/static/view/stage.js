// The stage: browser, wire and server of whoever acts, one row a party; the row of the exchange that is shown comes lit.

import { fill, h } from "../dom.js";
import { ATTACKER, DEVICE2, decidingStep, exchangeAt, changedParts, lastOf, partyOf, VICTIM } from "../frames.js";
import { w } from "../words.js";
import { browserParts, programParts, restoring } from "./browser.js";
import { believed, logic, servedBy, store } from "./server.js";
import { tokenOf } from "./token.js";
import { preview, wire } from "./wire.js";

/** @typedef {import("../types").Played} Played */
/** @typedef {import("../types").Next} Next */
/** @typedef {import("../types").Exchange} Exchange */
/** @typedef {import("../types").Browser} Browser */
/** @typedef {import("./token.js").Known} Known */
/**
 * @typedef {{
 *   played: Played, at: number, known: Known, coming: { next: Next["coming"], title: string } | null,
 *   hidden: string | null, restorable: Set<string>, editor: { key: string, node: HTMLElement } | null,
 *   doing: { act: (action: string) => void, edit: (target: import("../edits.js").Target) => void, curl: (exchange: Exchange) => void, show: () => void },
 * }} Stage `hidden`: what is said in the place of what would give an answer away; null if nothing is open
 */

/** @param {HTMLElement} place @param {Stage} stage */
export function drawStage(place, stage) {
  const now = exchangeAt(stage.played, stage.at);
  const party = now === null ? VICTIM : partyOf(now);
  const others = [DEVICE2, ATTACKER].filter((name) => hasPart(stage, name));
  fill(place, row(stage, VICTIM, now, party), ...others.map((name) => row(stage, name, now, party)));
}

/**
 * What the answer about the next step adds: its request before it is made, and what can be put back by hand.
 * @param {HTMLElement} place @param {Stage} stage
 */
export function drawComing(place, stage) {
  const { coming, hidden } = stage;
  for (const box of place.querySelectorAll("[data-coming]")) {
    if (!(box instanceof HTMLElement)) continue;
    const next = coming?.next?.action.startsWith(`${box.dataset.coming}:`) ? coming.next : null;
    if (next === null && box.childElementCount === 0) continue;
    fill(box, next !== null && coming !== null && (hidden === null ? preview(next, coming.title, stage.known) : h("p", { class: "hid slim small" }, h("span", null, hidden))));
  }
  for (const box of place.querySelectorAll("[data-restore]")) {
    if (!(box instanceof HTMLElement)) continue;
    const owner = box.dataset.restore ?? "";
    const can = stage.restorable.has(owner);
    if (can !== (box.childElementCount > 0)) fill(box, can && restoring(owner, stage.doing.act));
  }
}

/** Whether somebody beside the victim's browser has come into the play. @param {Stage} stage @param {string} party */
function hasPart(stage, party) {
  const now = exchangeAt(stage.played, stage.at);
  if (now === null) return false;
  const browser = browserOf(now, party);
  const holds = browser.jar.length > 0 || browser.page !== null || browser.storage.length > 0;
  return holds || (party === ATTACKER && now.attacker_knows.length > 0) || lastOf(stage.played, stage.at, party) !== null;
}

/** @param {Exchange} exchange @param {string} name */
const browserOf = (exchange, name) => /** @type {import("../types").Browser} */ (exchange.browsers.find((one) => one.name === name));

/** @param {Stage} stage @param {string} party @param {Exchange | null} now @param {string} acting */
function row(stage, party, now, acting) {
  const shown = lastOf(stage.played, stage.at, party);
  const changed = shown === null ? new Set() : changedParts(stage.played, shown.number);
  const atNow = now === null ? new Set() : changedParts(stage.played, now.number);
  const active = party === acting;
  const main = party === VICTIM;
  return h(
    "section",
    { class: `stage${main ? "" : " other"}${active ? " active" : ""}`, "aria-label": w(programOf(stage, browserAt(now, party)) === null ? `party.${party}` : `program.${party}`) },
    leftColumn(stage, party, now, atNow, main),
    h("div", { class: "wire", role: "group", "aria-label": w("stage.wire") }, ...middle(stage, party, shown, changed, active)),
    h("div", { class: main ? "place server" : "place server bare", role: "group", "aria-label": w("stage.server") }, ...rightColumn(stage, shown, now, changed, atNow, main)),
  );
}

/** @param {Stage} stage @param {string} party @param {Exchange | null} now @param {Set<string>} atNow @param {boolean} main */
function leftColumn(stage, party, now, atNow, main) {
  const byHand = handsOf(stage, party);
  const browser = browserAt(now, party);
  const program = programOf(stage, browser);
  const showBrowser = party !== ATTACKER || browser.page !== null || browser.jar.length > 0;
  return h(
    "div",
    { class: main ? "place" : "place bare" },
    h("header", null, h("h2", null, w(program === null ? `party.${party}` : `program.${party}`)), h("span", { class: "small soft" }, program === null ? w(`party_of.${party}`) : w(`client.${program}`))),
    party === ATTACKER && now !== null && hand(now, stage.known),
    ...(showBrowser ? (program === null ? browserParts : programParts)(browser, stage.known, byHand, atNow.has("jar"), now) : []),
  );
}

/** What kind of program this client is; null for what has a page or a jar. @param {Stage} stage @param {Browser} browser @returns {string | null} */
function programOf(stage, browser) {
  const { client_type, credential_transport } = /** @type {Record<string, any>} */ (stage.played.design);
  if (browser.name === ATTACKER && browser.storage.length === 0) return null;
  const isBrowser = client_type === "browser" || client_type === "single_page_app" || credential_transport === "cookie";
  return isBrowser || browser.page !== null || browser.jar.length > 0 ? null : client_type;
}

/** @param {Stage} stage @param {string} party @returns {import("./browser.js").ByHand} */
const handsOf = (stage, party) => ({ act: stage.doing.act, edit: stage.doing.edit, editor: stage.editor });

/** @type {import("../types").Browser} */
const EMPTY = { name: VICTIM, jar: [], jar_removed: [], storage: [], storage_removed: [], document_cookie: null, page: null, content: null, page_tokens: [] };

/** @param {Exchange | null} now @param {string} party @returns {Browser} */
const browserAt = (now, party) => (now === null ? { ...EMPTY, name: party } : browserOf(now, party));

/** What the attacker holds in her hand. @param {Exchange} now @param {Known} known */
function hand(now, known) {
  if (now.attacker_knows.length === 0) return h("div", { class: "empty" }, h("p", null, w("attacker.knows_nothing")));
  return h(
    "div",
    null,
    h("h3", null, w("attacker.knows")),
    h(
      "ul",
      { class: "hand" },
      ...now.attacker_knows.map((one) => h("li", null, tokenOf(known, one.token) ?? h("code", { class: "value" }, one.text), one.change !== "" && h("span", { class: "mark arrives" }, w("attacker.just_learned")))),
    ),
  );
}

/** @param {Stage} stage @param {string} party @param {Exchange | null} shown @param {Set<string>} changed @param {boolean} active */
function middle(stage, party, shown, changed, active) {
  const parts = shown === null ? [h("p", { class: "quiet-wire" }, w(party === VICTIM ? "wire.silent" : "wire.silent_here"))] : wire(shown, stage.known, changed, stage.doing);
  parts.push(h("div", { class: "coming", "data-coming": party }));
  return active ? parts : [h("p", { class: "earlier small soft" }, shown === null ? "" : w("stage.earlier", { number: shown.number })), ...parts];
}

/**
 * @param {Stage} stage @param {Exchange | null} shown @param {Exchange | null} now @param {Set<string>} changed
 * @param {Set<string>} atNow @param {boolean} main
 */
function rightColumn(stage, shown, now, changed, atNow, main) {
  const head = main ? h("header", null, h("h2", null, w("stage.server")), h("span", { class: "small soft" }, "app.example.test")) : null;
  const deciding = shown === null ? -1 : decidingStep(stage.played, shown);
  const decisive = shown !== null && stage.hidden === null && (stage.played.verdict.ended_in === shown.number || shown === now);
  const parts = shown?.request ? [servedBy(shown), believed(shown, changed.has("auth")), logic(shown, stage.known, decisive ? deciding : -1, changed.has("steps"))] : [];
  const memory = !main ? null : now === null ? h("div", null, h("h3", null, w("server.store")), h("div", { class: "empty" }, h("p", null, w("server.store_empty")))) : store(now, stage.known, atNow.has("store"), handsOf(stage, VICTIM));
  return [head, ...parts, memory];
}
