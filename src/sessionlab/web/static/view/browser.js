// A browser: its address, its page, its cookie jar with every attribute, what its page keeps, and what a script reads.

import { lookOf } from "../credentials.js";
import { cookieTarget, ofCookie } from "../edits.js";
import { h, svg } from "../dom.js";
import { w, wordOr } from "../words.js";
import { tokenOf, withTokens } from "./token.js";

/** @typedef {import("../types").Exchange} Exchange */
/** @typedef {import("../types").Browser} Browser */
/** @typedef {import("../types").Cookie} Cookie */
/** @typedef {import("./token.js").Known} Known */
/** @typedef {import("../edits.js").Target} Target */
/** What can be done by hand; `editor`: the form that is open, and beside what. @typedef {{ act: (action: string) => void, edit: (target: Target) => void, editor: { key: string, node: HTMLElement } | null }} ByHand */

/**
 * @param {Browser} browser @param {Known} known @param {ByHand} byHand @param {boolean} lit @param {Exchange | null} now
 * @returns {HTMLElement[]}
 */
export function browserParts(browser, known, byHand, lit, now) {
  return [
    address(browser),
    h("div", { class: "view" }, h("p", null, w("browser.shows"), " ", h("strong", null, browser.content === null ? w("browser.nothing") : wordOr(`content.${browser.content}`, browser.content)))),
    h("div", { class: lit ? "lit" : "" }, h("h3", null, w("browser.jar")), ...jar(browser, known, byHand, now)),
    storage(browser, known),
    h(
      "div",
      null,
      h("h3", null, w("browser.script")),
      h("p", { class: "mono" }, "document.cookie → ", browser.document_cookie === null ? w("browser.no_page") : h("span", null, '"', ...withTokens(known, browser.document_cookie), '"')),
    ),
  ].filter((part) => part !== null);
}

/**
 * A program that is no browser: no address, no jar, no page; only what it keeps.
 * @param {Browser} browser @param {Known} known @param {ByHand} _byHand @param {boolean} lit @param {Exchange | null} _now @returns {HTMLElement[]}
 */
export function programParts(browser, known, _byHand, lit, _now) {
  const kept = storage(browser, known) ?? h("div", { class: "empty" }, h("p", null, w("browser.keeps_nothing")));
  return [h("div", { class: lit ? "lit" : "" }, kept)];
}

/** @param {Browser} browser */
function address(browser) {
  const secure = browser.page?.startsWith("https:") ?? false;
  return h("div", { class: "bar" }, lock(secure), h("span", null, browser.page ?? w("browser.new_tab")), browser.page !== null && h("span", { class: "vh" }, w(secure ? "browser.encrypted" : "browser.in_clear")));
}

/** @param {boolean} closed */
function lock(closed) {
  return svg(
    "svg",
    { width: 14, height: 14, viewBox: "0 0 14 14", fill: "none", stroke: "currentColor", "stroke-width": 1.6, "aria-hidden": "true" },
    svg("rect", { x: 2.5, y: 6, width: 9, height: 6.5, rx: 1.5 }),
    svg("path", { d: closed ? "M4.5 6V4.2a2.5 2.5 0 0 1 5 0V6" : "M4.5 6V4.2a2.5 2.5 0 0 1 4.6-1.3" }),
  );
}

/** @param {Browser} browser @param {Known} known @param {ByHand} byHand @param {Exchange | null} now */
function jar(browser, known, byHand, now) {
  const gone = browser.jar_removed.map((cookie) =>
    h("div", { class: "empty gone" }, h("p", null, w("browser.cookie_gone", { name: cookie.name }), " ", tokenOf(known, cookie.token))),
  );
  const cookies = browser.jar.map((cookie) => cookieCard(cookie, browser, known, byHand, now));
  if (cookies.length === 0 && gone.length === 0) gone.push(h("div", { class: "empty" }, h("p", null, w("browser.jar_empty"))));
  return [h("div", { class: "store" }, ...cookies, ...gone, h("div", { class: "restore", "data-restore": browser.name }))];
}

/** The button that puts back what was deleted by hand. @param {string} owner @param {(action: string) => void} act */
export const restoring = (owner, act) => h("button", { type: "button", class: "tiny", "data-key": `restore-${owner}`, onclick: () => act(`${owner}:restore_cookie`) }, w("browser.restore"));

/** @param {Cookie} cookie @param {Browser} browser @param {Known} known @param {ByHand} byHand @param {Exchange | null} now */
function cookieCard(cookie, browser, known, byHand, now) {
  const target = cookieTarget(cookie, browser.jar);
  const yes = (/** @type {boolean} */ is, /** @type {string} */ name) => w(`cookie.${name}.${is ? "yes" : "no"}`);
  const rows = [
    [w("cookie.goes_to"), w(cookie.host_only ? "cookie.host_only" : "cookie.domain", { domain: cookie.domain, path: cookie.path })],
    ["HttpOnly", yes(cookie.http_only, "http_only")],
    ["Secure", yes(cookie.secure, "secure")],
    ["SameSite", cookie.same_site === "unset" ? w("cookie.same_site_unset") : cookie.same_site[0].toUpperCase() + cookie.same_site.slice(1)],
    [w("cookie.ends"), cookie.expires === null ? w("cookie.session") : new Date(cookie.expires * 1000).toUTCString()],
  ];
  return h(
    "div",
    { class: `cookie ${lookOf(known.credentials, cookie.token)}` },
    h(
      "div",
      { class: "name" },
      h("code", null, cookie.name),
      tokenOf(known, cookie.token) ?? h("code", { class: "value" }, cookie.value),
      cookie.change !== "" && h("span", { class: "mark" }, w(`change.${cookie.change}`)),
      ...handles(`${browser.name}-${target}`, cookie.name, byHand, () => now !== null && byHand.edit(ofCookie(cookie, browser, now)), `${browser.name}:delete_cookie=${target}`),
    ),
    byHand.editor?.key === `${browser.name}-${target}` && byHand.editor.node,
    h("dl", null, ...rows.flatMap(([name, value]) => [h("dt", null, name), h("dd", null, value)])),
  );
}

/** @param {Browser} browser @param {Known} known */
function storage(browser, known) {
  const kept = [...browser.storage, ...browser.page_tokens.map((value) => ({ storage: "", value, token: null, use: "page_token", change: "" }))];
  if (kept.length + browser.storage_removed.length === 0) return null;
  const inProgram = browser.storage.some((one) => OF_PROGRAMS.includes(one.storage));
  return h(
    "div",
    null,
    h("h3", null, w(inProgram ? "browser.kept_by_program" : "browser.storage")),
    ...kept.map((one) => keptCard(one, known)),
    ...browser.storage_removed.map((one) => h("div", { class: "empty gone" }, h("p", null, w("browser.cookie_gone", { name: storageName(one.storage) }), " ", tokenOf(known, one.token)))),
  );
}

const OF_PROGRAMS = ["os_keystore", "file", "environment_variable"];

/** @param {string} storage */
const storageName = (storage) => (storage === "" ? w("browser.page_token") : wordOr(`storage.${storage}`, storage));

/** @param {import("../types").Kept} kept @param {Known} known */
function keptCard(kept, known) {
  return h(
    "div",
    { class: `cookie ${lookOf(known.credentials, kept.token)}` },
    h("div", { class: "name" }, h("code", null, storageName(kept.storage)), kept.use === "refresh" && h("span", { class: "small soft" }, w("browser.refresh_token")), tokenOf(known, kept.token) ?? h("code", { class: "value" }, kept.value), kept.change !== "" && h("span", { class: "mark" }, w(`change.${kept.change}`))),
  );
}

/**
 * The two buttons of what can be edited and deleted by hand.
 * @param {string} key @param {string} name @param {ByHand} byHand @param {() => void} edit @param {string} deleting the action that deletes it
 */
export function handles(key, name, byHand, edit, deleting) {
  const open = byHand.editor?.key === key;
  return [
    h("button", { type: "button", class: "tiny edits", "data-key": `edit-${key}`, "aria-expanded": String(open), "aria-label": w("browser.edit", { name }), onclick: edit }, w("browser.edit_short")),
    h("button", { type: "button", class: "x", "data-key": `delete-${key}`, "aria-label": w("browser.delete", { name }), title: w("browser.delete", { name }), onclick: () => byHand.act(deleting) }, "×"),
  ];
}
