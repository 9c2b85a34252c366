// Edits by hand: how a cookie, a record and a value are written in an action. Pure.

/** @typedef {import("./types").Cookie} Cookie */
/** @typedef {import("./types").Entry} Entry */
/** @typedef {import("./types").Exchange} Exchange */
/** @typedef {import("./types").Browser} Browser */
/** What is edited: `now` holds what each part says at present. @typedef {{ key: string, verb: "edit_cookie" | "edit_record", actor: string, target: string, name: string, now: Record<string, string>, same: (text: string) => string }} Target */

const PREFIX = /^__(Host-Http|Host|Secure|Http)-/i;

/** A cookie's name as designs share it: they differ in the prefix. @param {string} name */
export const baseName = (name) => name.replace(PREFIX, "");

/** Where a cookie belongs; a domain cookie has a dot before its domain. @param {Cookie} cookie */
const place = (cookie) => `${domainOf(cookie)}${cookie.path}`;

/** @param {Cookie} cookie */
const domainOf = (cookie) => `${cookie.host_only ? "" : "."}${cookie.domain}`;

/** How a cookie of a jar is meant: by its name, and by its place too where another has that name. @param {Cookie} cookie @param {readonly Cookie[]} jar @returns {string} */
export function cookieTarget(cookie, jar) {
  const name = baseName(cookie.name);
  const alike = jar.filter((one) => baseName(one.name) === name);
  return alike.length > 1 ? `${name}@${place(cookie)}` : name;
}

/** How a record is meant: by the browser whose id points to it, else by its number. @param {Entry} entry @param {number} index @param {readonly Browser[]} browsers @returns {string} */
export function recordTarget(entry, index, browsers) {
  const holder = browsers.find((one) => entry.token !== "" && [...one.jar, ...one.storage].some((kept) => kept.token === entry.token));
  return holder?.name ?? String(index + 1);
}

/** @param {Cookie} cookie @param {Browser} browser @param {Exchange} exchange @returns {Target} */
export function ofCookie(cookie, browser, exchange) {
  const target = cookieTarget(cookie, browser.jar);
  const now = { value: cookie.value, name: cookie.name, domain: domainOf(cookie), path: cookie.path, expires: cookie.expires === null ? "session" : String(cookie.expires - exchange.clock), http_only: String(cookie.http_only), secure: String(cookie.secure), same_site: cookie.same_site };
  return { key: `${browser.name}-${target}`, verb: "edit_cookie", actor: browser.name, target, name: cookie.name, now, same: (text) => holderOf(text, cookie, browser.name, exchange) };
}

/** @param {Entry} entry @param {number} index @param {Exchange} exchange @returns {Target} */
export function ofRecord(entry, index, exchange) {
  const target = recordTarget(entry, index, exchange.browsers);
  const now = { user: entry.user === null ? "nobody" : entry.user.split("@")[0], authenticated: String(entry.authenticated), role: entry.role, created: String(exchange.clock - entry.created), seen: String(exchange.clock - entry.seen), items: String(entry.items) };
  return { key: `record-${index + 1}`, verb: "edit_record", actor: "operator", target, name: entry.id, now, same: (text) => text };
}

/**
 * A pasted value that somebody has already means what theirs means, so it is written as theirs; any other is text.
 * @param {string} text @param {Cookie} cookie @param {string} owner @param {Exchange} exchange @returns {string}
 */
function holderOf(text, cookie, owner, exchange) {
  const name = baseName(cookie.name);
  const holder = exchange.browsers.find((one) => one.name !== owner && one.jar.findLast((other) => baseName(other.name) === name)?.value === text);
  if (holder !== undefined) return holder.name;
  return exchange.attacker_knows.findLast((one) => one.usable)?.text === text ? "known" : text;
}

/** The action that makes an edit. @param {Target} target @param {string} field @param {string} value @returns {string} */
export function editing(target, field, value) {
  const text = field === "value" ? target.same(value.trim()) : value.trim();
  return `${target.actor}:${target.verb}=${target.target}.${field}:${text}`;
}
