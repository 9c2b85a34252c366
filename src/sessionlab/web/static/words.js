// The page's words, from the one catalogue of the lab.

/** @type {Record<string, string>} */
let known = {};

/** @param {Record<string, string>} words */
export function useWords(words) {
  known = words;
}

/**
 * The sentence of that name, its placeholders filled.
 * @param {string} name
 * @param {Record<string, string | number>} [details]
 * @returns {string}
 */
export function w(name, details = {}) {
  const sentence = known[name];
  if (sentence === undefined) throw new Error(`no words for ${name}`);
  return sentence.replace(/\{(\w+)\}/g, (whole, part) => (part in details ? String(details[part]) : whole));
}

/**
 * The sentence of that name if there is one, otherwise what is given instead.
 * @param {string} name
 * @param {string} instead
 * @returns {string}
 */
export function wordOr(name, instead) {
  return known[name] ?? instead;
}
