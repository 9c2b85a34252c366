// What the page remembers: designs, actions, branches, and where in them somebody looks. Pure: every change is a new value.

/** @typedef {string | boolean} Value */
/** @typedef {Record<string, Value>} Choices */
/**
 * A line of actions under a design. `design` holds what differs from the first screen's. `parent`: the branch that it
 * left, after `since` of its actions. `tentative`: a change of switches that nobody has acted upon yet.
 * @typedef {{ id: number, design: Choices, actions: string[], parent: number | null, since: number, tentative: boolean }} Branch
 */
/**
 * `at`: the number of the exchange that is shown; 0 before the first, LAST for the last there is.
 * @typedef {{
 *   seed: number, policy: string, environment: Choices,
 *   branches: Branch[], current: number, at: number, beside: number | null,
 * }} Lab
 */

export const LAST = Number.MAX_SAFE_INTEGER;
export const MOST_BRANCHES = 8;

/** @param {string} policy @returns {Lab} */
export function freshLab(policy) {
  return { seed: 1, policy, environment: {}, branches: [branch(1, {}, [])], current: 1, at: 0, beside: null };
}

/**
 * @param {number} id @param {Choices} design @param {string[]} actions
 * @param {number | null} [parent] @param {number} [since] @param {boolean} [tentative]
 * @returns {Branch}
 */
export function branch(id, design, actions, parent = null, since = 0, tentative = false) {
  return { id, design, actions, parent, since, tentative };
}

/** @param {Lab} lab @returns {Branch} */
export const current = (lab) => branchOf(lab, lab.current);

/** @param {Lab} lab @param {number} id @returns {Branch} */
export function branchOf(lab, id) {
  return lab.branches.find((one) => one.id === id) ?? lab.branches[0];
}

/**
 * Do an action after `done` actions of the current branch. In the past this begins a new branch; the old one is kept.
 * @param {Lab} lab @param {string} action @param {number} done @returns {Lab}
 */
export function act(lab, action, done) {
  const here = current(lab);
  if (done >= here.actions.length) {
    return put({ ...lab, at: LAST }, { ...here, actions: [...here.actions, action], tentative: false });
  }
  if (here.actions[done] === action && done + 1 === here.actions.length) return { ...lab, at: LAST };
  return grow(lab, here.design, [...here.actions.slice(0, done), action], done, false, LAST);
}

/**
 * Choose a value of a switch. The same actions are played under the new design, as a branch beside the old one; several
 * changes in a row make one branch, and changing back ends it.
 * @param {Lab} lab @param {Choices} choices what to choose @param {Choices} start the first screen's values
 * @returns {Lab}
 */
export function choose(lab, choices, start) {
  return redesign(lab, without({ ...current(lab).design, ...choices }, start));
}

/** The same with a whole other design. @param {Lab} lab @param {Choices} design what it says otherwise than the first screen's @returns {Lab} */
export function redesign(lab, design) {
  const here = current(lab);
  if (here.actions.length === 0) return put(lab, { ...here, design });
  if (!here.tentative || here.parent === null) return grow(lab, design, here.actions, here.actions.length, true, lab.at);
  const parent = branchOf(lab, here.parent);
  if (!equal(design, parent.design)) return put(lab, { ...here, design });
  return leave({ ...lab, current: parent.id }, here.id);
}

/**
 * Another design beside the current one: the same actions under both. If there are none yet, `actions` are played.
 * @param {Lab} lab @param {Choices} design @param {readonly string[]} actions @returns {Lab}
 */
export function against(lab, design, actions) {
  const here = current(lab);
  const played = here.actions.length ? lab : put(lab, { ...here, actions: [...actions] });
  const grown = grow(played, design, current(played).actions, current(played).actions.length, true, LAST);
  return { ...grown, beside: here.id };
}

/** Other actions under the same design, as a branch of their own. @param {Lab} lab @param {string[]} actions @returns {Lab} */
export function replay(lab, actions) {
  const here = current(lab);
  const differs = actions.findIndex((action, index) => here.actions[index] !== action);
  return grow(lab, here.design, actions, differs < 0 ? actions.length : differs, false, LAST);
}

/** @param {Lab} lab @param {Choices} choices @param {Choices} start @returns {Lab} */
export function chooseEnvironment(lab, choices, start) {
  return { ...lab, environment: without({ ...lab.environment, ...choices }, start) };
}

/** @param {Lab} lab @param {number} id @param {number} [at] @returns {Lab} */
export function look(lab, id, at = lab.at) {
  return { ...lab, current: id, at, beside: lab.beside === id ? null : lab.beside };
}

/** @param {Lab} lab @param {number} id @returns {Lab} */
export function leave(lab, id) {
  const gone = branchOf(lab, id);
  if (lab.branches.length < 2 || gone.id !== id) return lab;
  const branches = lab.branches
    .filter((one) => one.id !== id)
    .map((one) => (one.parent === id ? { ...one, parent: gone.parent, since: Math.min(one.since, gone.since) } : one));
  const here = lab.current === id ? (gone.parent ?? branches[0].id) : lab.current;
  return { ...lab, branches, current: here, beside: lab.beside === id ? null : lab.beside };
}

/** @param {Lab} lab @returns {Lab} */
export function startOver(lab) {
  return { ...lab, branches: [branch(1, current(lab).design, [])], current: 1, at: 0, beside: null };
}

/**
 * The branch that the current one is compared with: the one beside it, or the one that a change of switches left.
 * @param {Lab} lab @returns {Branch | null}
 */
export function reference(lab) {
  if (lab.beside !== null && lab.beside !== lab.current) return branchOf(lab, lab.beside);
  const here = current(lab);
  return here.tentative && here.parent !== null ? branchOf(lab, here.parent) : null;
}

/**
 * The question that gives a branch's trace.
 * @param {Lab} lab @param {Branch} one @param {Branch | null} [previous] @returns {object}
 */
export function question(lab, one, previous = null) {
  const common = { environment: lab.environment, policy: lab.policy };
  const asked = { ...common, seed: lab.seed, design: one.design, actions: one.actions };
  if (previous === null) return asked;
  return { ...asked, previous: { ...common, design: previous.design, actions: previous.actions } };
}

/** @param {Lab} lab @param {Branch} changed @returns {Lab} */
function put(lab, changed) {
  return { ...lab, branches: lab.branches.map((one) => (one.id === changed.id ? changed : one)) };
}

/**
 * @param {Lab} lab @param {Choices} design @param {string[]} actions @param {number} since
 * @param {boolean} tentative @param {number} at @returns {Lab}
 */
function grow(lab, design, actions, since, tentative, at) {
  const id = Math.max(...lab.branches.map((one) => one.id)) + 1;
  const grown = { ...lab, branches: [...lab.branches, branch(id, design, actions, lab.current, since, tentative)] };
  const kept = grown.branches.length > MOST_BRANCHES ? leave(grown, oldest(grown)) : grown;
  return { ...kept, current: id, at };
}

/** The oldest branch from which the newest did not grow. @param {Lab} lab @returns {number} */
function oldest(lab) {
  const newest = lab.branches[lab.branches.length - 1];
  const found = lab.branches.find((one) => one.id !== newest.parent && one.id !== newest.id);
  return found?.id ?? lab.branches[0].id;
}

/** Leave out what says the same as the first screen. @param {Choices} choices @param {Choices} start @returns {Choices} */
export function without(choices, start) {
  return Object.fromEntries(Object.entries(choices).filter(([name, value]) => start[name] !== value));
}

/** @param {Choices} one @param {Choices} other @returns {boolean} */
export function equal(one, other) {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}
