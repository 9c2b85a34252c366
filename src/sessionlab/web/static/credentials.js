// One look for one value: the colour, shape and name of each credential, and where its text stands in other texts. Pure.

/** @typedef {import("./types").Credential} Credential */

export const LOOKS = ["a", "b", "c", "d", "e", "f"];

/** @param {readonly Credential[]} credentials @param {string | null} id @returns {string} a class of the style sheet */
export function lookOf(credentials, id) {
  const index = credentials.findIndex((one) => one.id === id);
  return index < 0 ? "" : LOOKS[index % LOOKS.length];
}

/**
 * Cut a text where credentials stand in it.
 * @param {string} text @param {readonly Credential[]} credentials @returns {(string | Credential)[]}
 */
export function cut(text, credentials) {
  const forms = credentials
    .flatMap((one) => [...new Set([one.text, one.short, encodeURIComponent(one.text)])].map((form) => ({ form, one })))
    .filter(({ form }) => form.length > 3)
    .sort((left, right) => right.form.length - left.form.length);
  /** @type {(string | Credential)[]} */
  const parts = [];
  let rest = text;
  while (rest !== "") {
    const found = first(rest, forms);
    if (found === null) break;
    if (found.index > 0) parts.push(rest.slice(0, found.index));
    parts.push(found.one);
    rest = rest.slice(found.index + found.form.length);
  }
  if (rest !== "") parts.push(rest);
  return parts;
}

/**
 * @param {string} text @param {{ form: string, one: Credential }[]} forms
 * @returns {{ form: string, one: Credential, index: number } | null}
 */
function first(text, forms) {
  let best = null;
  for (const { form, one } of forms) {
    const index = text.indexOf(form);
    // At one place the longest counts, and those come first.
    if (index >= 0 && (best === null || index < best.index)) best = { form, one, index };
  }
  return best;
}
