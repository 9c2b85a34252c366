// The lab in the fragment of a URL: versioned, short, readable, and nothing secret in it. Values are made from the seed number.
//
//   #1;seed=1;at=7;here=2;b=visit,login,me;b=~2,logout!rotate_after_login:false!1
//
// `b` is a branch: its actions (`~2`: as the first branch begins), then what its design changes, then its parent and,
// where that is not all of its actions, after how many of them it left.

import { branch, freshLab, LAST, MOST_BRANCHES } from "./lab.js";

/** @typedef {import("./lab.js").Lab} Lab */
/** @typedef {import("./lab.js").Branch} Branch */
/** @typedef {import("./lab.js").Choices} Choices */

export const VERSION = 1;
const NAME = /^[a-z][a-z0-9_]*$/;
const VALUE = /^[\w./+-]+$/;
const ACTION = /^[a-z0-9_]+(:[a-z0-9_]+)?(=[\w:/.@-]+)?$/;
const MOST_ACTIONS = 500;

/** A link that cannot be read. `newer`: because a later version of the lab made it. */
export class BadLink extends Error {
  /** @param {string} message @param {boolean} [newer] */
  constructor(message, newer = false) {
    super(message);
    this.newer = newer;
  }
}

/** @param {Lab} lab @param {string} usualPolicy @returns {string} without the "#" */
export function written(lab, usualPolicy) {
  const place = new Map(lab.branches.map((one, index) => [one.id, index + 1]));
  const parts = [`${VERSION}`];
  if (lab.seed !== 1) parts.push(`seed=${lab.seed}`);
  if (lab.policy !== usualPolicy) parts.push(`policy=${lab.policy}`);
  if (Object.keys(lab.environment).length) parts.push(`env=${choicesText(lab.environment)}`);
  if (lab.at !== LAST) parts.push(`at=${lab.at}`);
  const here = place.get(lab.current) ?? 1;
  if (here !== 1) parts.push(`here=${here}`);
  if (lab.beside !== null) parts.push(`beside=${place.get(lab.beside)}`);
  for (const one of lab.branches) parts.push(`b=${branchText(one, lab.branches[0], place)}`);
  return parts.join(";");
}

/** @param {Branch} one @param {Branch} first @param {Map<number, number>} place */
function branchText(one, first, place) {
  const same = one === first ? 0 : shared(one.actions, first.actions);
  const actions = [...(same > 1 ? [`~${same}`] : one.actions.slice(0, same)), ...one.actions.slice(same)].join(",");
  if (one.parent === null) return [actions, choicesText(one.design)].join("!").replace(/!$/, "");
  const since = one.since === one.actions.length && one.tentative ? "t" : String(one.since);
  return [actions, choicesText(one.design), `${place.get(one.parent)}.${since}`].join("!");
}

/** @param {string[]} one @param {string[]} other @returns {number} */
function shared(one, other) {
  const differs = one.findIndex((action, index) => action !== other[index]);
  return differs < 0 ? one.length : differs;
}

/** @param {Choices} choices */
const choicesText = (choices) =>
  Object.entries(choices)
    .map(([name, value]) => `${name}:${value}`)
    .join(",");

/**
 * Read a fragment. Throws `BadLink` for one that makes no sense, and for a newer one.
 * @param {string} text without the "#" @param {string} usualPolicy @returns {Lab}
 */
export function read(text, usualPolicy) {
  const [version, ...fields] = decodeURIComponent(text).split(";");
  if (!/^\d+$/.test(version)) throw new BadLink("no version");
  if (Number(version) > VERSION) throw new BadLink("newer", true);
  if (Number(version) < 1) throw new BadLink("no such version");
  const lab = { ...freshLab(usualPolicy), at: LAST };
  /** @type {Branch[]} */
  const branches = [];
  for (const field of fields) readField(field, lab, branches);
  if (branches.length === 0) throw new BadLink("no branch");
  const known = (/** @type {number | null} */ id) => id === null || (id >= 1 && id <= branches.length);
  if (!known(lab.current) || !known(lab.beside)) throw new BadLink("no such branch");
  if (!branches.every((one, index) => one.parent === null || (known(one.parent) && one.parent !== index + 1))) {
    throw new BadLink("no such parent");
  }
  return { ...lab, branches };
}

/** @param {string} field @param {Lab} lab @param {Branch[]} branches */
function readField(field, lab, branches) {
  const [name, ...rest] = field.split("=");
  const value = rest.join("=");
  if (name === "seed") lab.seed = whole(value);
  else if (name === "policy") lab.policy = matching(value, /^[\w.-]+$/);
  else if (name === "env") lab.environment = readChoices(value);
  else if (name === "at") lab.at = whole(value);
  else if (name === "here") lab.current = whole(value);
  else if (name === "beside") lab.beside = whole(value);
  else if (name === "b" && branches.length < MOST_BRANCHES) branches.push(readBranch(value, branches));
  else throw new BadLink(`unknown field ${name}`);
}

/** @param {string} text @param {Branch[]} before @returns {Branch} */
function readBranch(text, before) {
  const [actionsText, design = "", from = "", ...more] = text.split("!");
  if (more.length) throw new BadLink("too many parts");
  const actions = actionsText === "" ? [] : actionsText.split(",").flatMap((one) => readAction(one, before));
  if (actions.length > MOST_ACTIONS) throw new BadLink("too many actions");
  const [parent, since] = from === "" ? [null, "0"] : from.split(".");
  const tentative = since === "t";
  const left = tentative ? actions.length : whole(since ?? "");
  return branch(before.length + 1, readChoices(design), actions, parent === null ? null : whole(parent), left, tentative);
}

/** @param {string} text @param {Branch[]} before @returns {string[]} */
function readAction(text, before) {
  if (!text.startsWith("~")) return [matching(text, ACTION)];
  const count = whole(text.slice(1));
  if (before.length === 0 || count > before[0].actions.length) throw new BadLink("nothing to repeat");
  return before[0].actions.slice(0, count);
}

/** @param {string} text @returns {Choices} */
function readChoices(text) {
  if (text === "") return {};
  return Object.fromEntries(
    text.split(",").map((one) => {
      const [name, value = "", ...more] = one.split(":");
      if (more.length) throw new BadLink("not a choice");
      return [matching(name, NAME), value === "true" ? true : value === "false" ? false : matching(value, VALUE)];
    }),
  );
}

/** @param {string} text @param {RegExp} pattern @returns {string} */
function matching(text, pattern) {
  if (!pattern.test(text)) throw new BadLink(`unreadable: ${text}`);
  return text;
}

/** @param {string} text @returns {number} */
function whole(text) {
  if (!/^\d{1,15}$/.test(text)) throw new BadLink(`not a number: ${text}`);
  return Number(text);
}
