// The lab on the page: what is known, what a person does about it, and drawing both again.

import { askNext, askPlay, askPresets, Trouble } from "./api.js";
import { byId, fill, h, keepingFocus } from "./dom.js";
import { actionsDone, clamped, exchangeAt } from "./frames.js";
import { listen } from "./keys.js";
import { act, against, branch, branchOf, choose, chooseEnvironment, current, equal, freshLab, LAST, leave, look, question, redesign, reference, replay, startOver } from "./lab.js";
import { isDecisive, isQuestion, openQuestions, ownAnswers, partsOf, worked } from "./predict.js";
import { prefer, prefs } from "./prefs.js";
import { BadLink, read, written } from "./share.js";
import { drawFoot, drawHead } from "./view/head.js";
import { drawDesign, labelOf, valueOf } from "./view/design.js";
import { drawMeaning } from "./view/mean.js";
import { drawComing, drawStage } from "./view/stage.js";
import { drawSteps } from "./view/steps.js";
import { drawTimeline } from "./view/timeline.js";
import { knownAt } from "./view/token.js";
import { closePanels, drawTools, openPanel } from "./view/tools.js";
import { w } from "./words.js";

/** @typedef {import("./types").Model} Model */
/** @typedef {import("./types").Played} Played */
/** @typedef {import("./types").Next} Next */
/** @typedef {import("./types").PresetTold} PresetTold */
/** @typedef {import("./lab.js").Lab} Lab */
/** @typedef {import("./lab.js").Branch} Branch */
/** @typedef {import("./lab.js").Choices} Choices */
/** @typedef {import("./predict.js").Goal} Goal */
/** @typedef {ReturnType<typeof makeLab>} LabPage */
/** @typedef {{ action: string, predicted: boolean, worked: boolean }} Outcome */
/** @typedef {{ index: number, told: boolean }} Telling */

const MOST_UNDO = 100;
const MOST_KEPT = 60;

/** @param {Model} model */
export function makeLab(model) {
  const start = /** @type {Choices} */ (Object.fromEntries(model.switches.map((one) => [one.id, one.start])));
  const settings = /** @type {Choices} */ (Object.fromEntries(model.environment.map((one) => [one.id, one.start])));
  const state = {
    lab: freshLab(model.policy),
    traces: /** @type {Map<number, Played>} */ (new Map()),
    next: /** @type {Next | null} */ (null),
    considered: /** @type {string | null} */ (null),
    pending: /** @type {string | null} */ (null),
    outcome: /** @type {Outcome | null} */ (null),
    goal: /** @type {Goal | null} */ (null),
    shown: "",
    telling: /** @type {Telling | null} */ (null),
    notice: "",
    problems: /** @type {readonly import("./types").Problem[]} */ ([]),
    history: /** @type {Lab[]} */ ([]),
    presets: /** @type {readonly PresetTold[]} */ ([]),
    advice: /** @type {readonly import("./types").Advice[]} */ ([]),
    editor: /** @type {{ key: string, node: HTMLElement } | null} */ (null),
    open: false,
    search: "",
    unfolded: /** @type {Set<string>} */ (new Set()),
  };
  const kept = /** @type {Map<string, Promise<Played>>} */ (new Map());
  let queue = Promise.resolve();
  let asking = 0;
  let living = false;

  // What is known ----------------------------------------------------------------------------------------------------

  const trace = () => /** @type {Played} */ (state.traces.get(state.lab.current));
  const at = () => clamped(trace(), state.lab.at);
  const done = () => actionsDone(trace(), at());
  const spot = () => `${JSON.stringify(current(state.lab).actions.slice(0, done()))}`;

  /** What is said in the place of what would give an answer away, or null. */
  function hidden() {
    if (!prefs().predict || state.goal !== null || state.shown === spot()) return null;
    if (state.pending !== null) return w("predict.hidden");
    const open = openQuestions(trace(), at());
    return open.length ? w(`predict.hidden_${open.includes("replay") ? "replay" : "me"}`) : null;
  }

  /** The step of the story that comes next, as long as somebody follows it. @returns {string | null} */
  function nextVerb() {
    const verbs = current(state.lab).actions.slice(0, done()).map((action) => partsOf(action).verb);
    const follows = verbs.every((verb, index) => verb === model.first_actions[index]);
    return follows ? (model.first_actions[verbs.length] ?? null) : null;
  }

  /** @param {string} verb */
  const usual = (verb) => model.verbs.find((one) => one.name === verb)?.variants[0].action ?? null;

  /** An action as short as it can be written: links hold it. @param {string} action */
  function short(action) {
    const { actor, verb } = partsOf(action);
    const first = model.verbs.find((one) => one.name === verb)?.variants[0];
    if (first?.action === action) return verb;
    return first?.actor === actor ? action.replace(`${actor}:`, "") : action;
  }

  /** The action whose request is shown before it is made. */
  function considered() {
    const verb = nextVerb();
    return state.considered ?? (verb === null ? null : usual(verb)) ?? "victim:me";
  }

  // Asking the engine ------------------------------------------------------------------------------------------------

  /** @param {Lab} lab @param {Branch} one @returns {Promise<Played>} */
  function traceOf(lab, one) {
    const body = question(lab, one, one.id === lab.current ? reference(lab) : null);
    const key = JSON.stringify(body);
    const known = kept.get(key) ?? askPlay(body);
    kept.delete(key);
    kept.set(key, known);
    known.catch(() => kept.delete(key));
    if (kept.size > MOST_KEPT) kept.delete(/** @type {string} */ (kept.keys().next().value));
    return known;
  }

  /** @param {Lab} lab @returns {Promise<Map<number, Played>>} */
  async function tracesOf(lab) {
    return new Map(await Promise.all(lab.branches.map(async (one) => /** @type {[number, Played]} */ ([one.id, await traceOf(lab, one)]))));
  }

  /** Take a new lab, once the engine has played it; if that fails, everything stays as it was. @param {Lab} lab */
  async function take(lab, remember = true) {
    const traces = await tracesOf(lab);
    if (remember && lab !== state.lab) state.history = [...state.history, state.lab].slice(-MOST_UNDO);
    Object.assign(state, { lab, traces, problems: [], notice: "", editor: null });
  }

  /** One thing after the other, so that quick keys lose nothing. @param {() => Promise<void> | void} task */
  function enqueue(task) {
    queue = queue.then(task).catch(complain).then(draw);
    return queue;
  }

  /** @param {unknown} error */
  function complain(error) {
    if (error instanceof Trouble) {
      const design = error.details.problems.filter((one) => /^\/(previous\/)?(design|environment)/.test(one.pointer));
      state.problems = design;
      state.notice = design.length ? "" : error.details.problems.map((one) => `${one.what} ${one.instead}`).join(" ");
    } else {
      state.notice = w("notice.unreachable");
    }
  }

  /** What could come next, asked after everything is drawn. */
  async function refresh() {
    const ticket = (asking += 1);
    const one = current(state.lab);
    const action = considered();
    const body = { ...question(state.lab, { ...one, actions: one.actions.slice(0, done()) }), action };
    const next = await askNext(body).catch(() => null);
    if (ticket !== asking || next === null) return;
    state.next = next;
    drawParts();
  }

  // A part is drawn again only if something that it is made of became another.
  const drawn = /** @type {Map<string, readonly unknown[]>} */ (new Map());

  /** @param {string} part @param {readonly unknown[]} made of what it is drawn, compared one by one @param {() => void} draws */
  function once(part, made, draws) {
    const before = drawn.get(part);
    if (before !== undefined && before.length === made.length && made.every((one, index) => Object.is(one, before[index]))) return;
    drawn.set(part, made);
    draws();
  }

  // What a person does -----------------------------------------------------------------------------------------------

  const doing = {
    /** @param {string} action */
    act: (action) =>
      enqueue(async () => {
        const asks = prefs().predict && state.goal === null && isDecisive(trace(), at(), action) && state.shown !== spot();
        state.outcome = null;
        state.notice = "";
        if (asks && state.pending !== action) state.pending = action;
        else await perform(action, null);
      }),
    /** @param {import("./edits.js").Target} target */
    edit: async (target) => {
      const { editor } = await import("./view/edit.js");
      const closes = state.editor?.key === target.key;
      const fields = model.verbs.find((one) => one.name === target.verb)?.fields ?? [];
      state.editor = closes ? null : { key: target.key, node: editor(target, fields, { change: (action) => change(action, target.key), close: () => closeEditor(target.key) }) };
      drawParts();
      const next = byId("stage").querySelector(closes ? `[data-key="edit-${CSS.escape(target.key)}"]` : "#edit-field");
      if (next instanceof HTMLElement) next.focus();
    },
    /** @param {boolean | null} predicted */
    answer: (predicted) => enqueue(async () => (state.pending === null ? undefined : void (await perform(state.pending, predicted)))),
    /** @param {string} name @param {string | boolean} value */
    choose: (name, value) =>
      enqueue(async () => {
        state.outcome = null;
        const inEnvironment = name in settings;
        await take(inEnvironment ? chooseEnvironment(state.lab, { [name]: value }, settings) : choose(state.lab, { [name]: value }, start));
      }),
    /** Another design for the same play. @param {Choices} design */
    flip: (design) => enqueue(() => ((state.outcome = null), take(redesign(state.lab, design)))),
    /** @param {string} policy */
    policy: (policy) => enqueue(() => take({ ...state.lab, policy })),
    /** @param {number} seed */
    seed: (seed) => enqueue(() => take({ ...state.lab, seed })),
    /** @param {number} id @param {number} place */
    look: (id, place) => enqueue(() => moveTo(look(state.lab, id, place))),
    /** @param {number} by */
    move: (by) => enqueue(() => moveTo({ ...state.lab, at: clamped(trace(), at() + by) })),
    /** @param {number} id */
    leave: (id) => enqueue(() => take(leave(state.lab, id))),
    /** @param {number | null} id */
    beside: (id) => enqueue(() => take({ ...state.lab, beside: id })),
    /** @param {string[]} actions */
    replay: (actions) => enqueue(async () => {
      Object.assign(state, { pending: null, outcome: null, goal: null });
      await take(replay(state.lab, actions));
      byId("stage").scrollIntoView({ block: "nearest" });
    }),
    startOver: () => enqueue(async () => {
      Object.assign(state, { pending: null, outcome: null, goal: null });
      await take(startOver(state.lab));
    }),
    undo: () => enqueue(async () => {
      const before = state.history.at(-1);
      if (before === undefined) return;
      await take(before, false);
      Object.assign(state, { history: state.history.slice(0, -1), pending: null, outcome: null });
    }),
    show: () => enqueue(() => void (state.shown = spot())),
    aim: () => enqueue(aim),
    giveUp: () => enqueue(() => void (state.goal = null)),
    cancel: () => enqueue(() => void (state.pending = null)),
    /** @param {import("./types").Exchange} exchange */
    curl: (exchange) => enqueue(async () => {
      const { curl } = await import("./files.js");
      const copied = exchange.request !== null && (await copy(curl(exchange.request)));
      state.notice = w(copied ? "notice.curl_copied" : "tools.not_copied");
    }),
  };

  /** An edit by hand: what is wrong with it, or null once it is done. @param {string} action @param {string} key @returns {Promise<string | null>} */
  async function change(action, key) {
    let wrong = /** @type {string | null} */ (null);
    await enqueue(async () => {
      try {
        wrong = await perform(action, null);
        state.notice = "";
      } catch (error) {
        if (!(error instanceof Trouble)) throw error;
        wrong = error.details.problems.map((one) => `${one.what} ${one.instead}`).join(" ");
      }
    });
    if (wrong === null) closeEditor(key);
    return wrong;
  }

  /** @param {string} key */
  function closeEditor(key) {
    state.editor = null;
    drawParts();
    const button = byId("stage").querySelector(`[data-key="edit-${CSS.escape(key)}"]`);
    if (button instanceof HTMLElement) button.focus({ preventScroll: true });
  }

  /** Do an action. The answer: why it makes no sense, or null. @param {string} action @param {boolean | null} predicted @returns {Promise<string | null>} */
  async function perform(action, predicted) {
    const lab = act(state.lab, short(action), done());
    const traces = await tracesOf(lab);
    const refused = traces.get(lab.current)?.refused_actions.at(-1);
    state.pending = null;
    if (refused && refused.before > (traces.get(lab.current)?.exchanges.length ?? 0)) {
      // It would change nothing: the person is told why, and the play stays as it is.
      state.notice = w("notice.senseless", { step: w(`step.${partsOf(action).verb}`), why: refused.text });
      return refused.text;
    }
    await take(lab);
    if (predicted !== null) judge(action, predicted);
    return null;
  }

  /** @param {string} action @param {boolean} predicted */
  function judge(action, predicted) {
    const answer = worked(exchangeAt(trace(), at()));
    state.outcome = { action, predicted, worked: answer };
    const { right, asked } = prefs();
    prefer({ asked: asked + 1, right: right + (predicted === answer ? 1 : 0) });
  }

  /** Looking elsewhere needs no question to the engine, but what is compared may change. @param {Lab} lab */
  async function moveTo(lab) {
    const history = state.history;
    await take(lab);
    Object.assign(state, { history, pending: null, outcome: null });
  }

  /** Take a lab with another design. @param {Lab} lab */
  async function adopt(lab) {
    Object.assign(state, { pending: null, outcome: null, goal: null });
    await take(lab);
  }

  /** Turn what has just happened into a goal: the same play, ending the other way. */
  function aim() {
    const exchange = exchangeAt(trace(), at());
    if (exchange === null) return;
    state.goal = { verb: exchange.verb, wanted: !worked(exchange), after: ownAnswers(trace(), exchange.verb) };
    state.outcome = null;
    byId("design").scrollIntoView({ block: "nearest" });
  }

  // Drawing ----------------------------------------------------------------------------------------------------------

  function draw() {
    if (!living || !state.traces.has(state.lab.current)) return;
    history.replaceState(null, "", `#${written(state.lab, model.policy)}`);
    state.next = null;
    drawParts();
    void refresh();
  }

  function drawParts() {
    const secret = hidden();
    const now = exchangeAt(trace(), at());
    const senseless = state.next?.senseless ?? [];
    // Until the design is asked about again, what was said of it last stands: most steps leave it as it is.
    const advice = state.next?.advice ?? state.advice;
    state.advice = advice;
    drawHead({ state, trace: trace(), at: at(), doing, describe });
    const [changed, says] = [changedSwitches(), describe(current(state.lab))];
    once("design", [JSON.stringify([values(), changed, advice, says, state.lab.policy]), state.problems, state.open, secret !== null], () =>
      drawDesign(byId("design"), {
        model, values: values(), changed, advice, problems: state.problems, says, search: state.search, open: state.open, unfolded: state.unfolded,
        policy: state.lab.policy, hidden: secret !== null,
        doing: { choose: doing.choose, policy: doing.policy, more: (open) => ((state.open = open), drawParts()) },
      }),
    );
    drawSteps(byId("steps"), {
      verbs: model.verbs, senseless, next: state.pending === null ? nextVerb() : null, keys: prefs().keys, open: false,
      doing: { act: doing.act, consider, more: () => {} },
    });
    const action = considered();
    const title = model.verbs.flatMap((verb) => verb.variants).find((one) => one.action === action)?.title ?? action;
    const gives = prefs().predict && state.goal === null && state.shown !== spot() && (state.pending !== null || isDecisive(trace(), at(), action));
    const known = knownAt(trace(), at(), secret !== null);
    const stage = { played: trace(), at: at(), known, coming: state.next && { next: state.next.coming, title }, hidden: gives ? (secret ?? w("predict.hidden")) : null, restorable: restorable(senseless), editor: state.editor, doing };
    once("stage", [trace(), at(), secret, stage.hidden, state.editor], () => keepingFocus(() => drawStage(byId("stage"), stage)));
    drawComing(byId("stage"), stage);
    once("timeline", [state.lab, state.traces, state.history.length > 0, prefs().keys, state.presets], () =>
      drawTimeline(byId("timeline"), { lab: state.lab, traces: state.traces, canUndo: state.history.length > 0, keys: prefs().keys, describe, open: [], doing }),
    );
    drawMeaning(byId("mean"), {
      now, next: state.next, hidden: secret, probesToo: state.pending !== null || openQuestions(trace(), at()).includes("me"),
      // What has just been answered may be explained, whatever else is still open.
      warningsToo: state.pending !== null || now === null || !isQuestion(now.action), findings: now?.findings ?? trace().findings, advice, continuity: trace().continuity,
      label: (name) => labelOf(switchOf(name)), value: (name, value) => valueOf(switchOf(name), value), doing,
    });
    once("foot", [state.lab.policy], () => drawFoot(byId("foot"), model, state.lab.policy));
    void drawMore();
  }

  /** @param {readonly { action: string }[]} senseless */
  const restorable = (senseless) =>
    new Set(state.next === null ? [] : ["victim", "device2", "attacker"].filter((name) => !senseless.some((one) => one.action === `${name}:restore_cookie`)));

  /** What is there only now and then comes from files of its own; one that does not arrive is asked for at the next drawing. */
  async function drawMore() {
    const { telling, lab } = state;
    byId("story").hidden = telling === null;
    byId("beside").hidden = lab.beside === null;
    const card = await arrived(import("./view/card.js"));
    const { design } = current(lab);
    const body = { design, environment: lab.environment, policy: lab.policy };
    card?.drawCard(byId("card"), { body, hidden: hidden(), doing: { replay: doing.replay, show: doing.show } });
    const attacks = await arrived(import("./view/attacks.js"));
    attacks?.drawAttacks(byId("attacks"), { body, hidden: hidden(), label: (name) => labelOf(switchOf(name)), value: (name, value) => valueOf(switchOf(name), value), doing });
    if (telling !== null) {
      const story = await arrived(import("./view/story.js"));
      const stories = { answer: () => tell(telling.index, true), next: () => tell(telling.index + 1, false), end: () => enqueue(() => void (state.telling = null)) };
      story?.drawStory(byId("story"), { story: model.stories[telling.index], told: telling.told }, stories, telling.index + 1 === model.stories.length);
    }
    const left = lab.beside === null ? undefined : state.traces.get(lab.beside);
    if (lab.beside !== null && left !== undefined) {
      const beside = await arrived(import("./view/beside.js"));
      const names = /** @type {[string, string]} */ ([nameOf(branchOf(lab, lab.beside)), nameOf(current(lab))]);
      const says = /** @type {[string, string]} */ ([describe(branchOf(lab, lab.beside)), describe(current(lab))]);
      beside?.drawBeside(byId("beside"), { left, right: trace(), names, says, close: () => doing.beside(null) });
    }
  }

  /** @param {string | null} action */
  function consider(action) {
    if (state.considered === action) return;
    state.considered = action;
    void refresh();
  }

  /** @param {string} name */
  const switchOf = (name) => /** @type {import("./types").ModelSwitch} */ ([...model.switches, ...model.environment].find((one) => one.id === name));

  /** @returns {Record<string, string | boolean>} */
  const values = () => ({ .../** @type {any} */ (trace().design), ...settings, ...state.lab.environment });

  /** The switches that differ from the branch that this one is compared with. */
  function changedSwitches() {
    const other = reference(state.lab);
    const before = other === null ? undefined : state.traces.get(other.id);
    if (before === undefined) return [];
    const [old, now] = /** @type {Record<string, any>[]} */ ([before.design, trace().design]);
    return model.switches.map((one) => one.id).filter((id) => old[id] !== now[id]);
  }

  /** @param {Branch} one */
  const nameOf = (one) => w("time.branch", { number: state.lab.branches.indexOf(one) + 1 });

  /** What a branch is, in a few words. @param {Branch} one @returns {string} */
  function describe(one) {
    const preset = state.presets.find((each) => equal(each.design, one.design));
    if (preset !== undefined) return preset.name;
    const chosen = Object.entries(one.design).filter(([name]) => name in start);
    if (chosen.length === 0) return w("time.first_design");
    return chosen.slice(0, 3).map(([name, value]) => `${labelOf(switchOf(name))}: ${valueOf(switchOf(name), value)}`).join(", ") + (chosen.length > 3 ? " …" : "");
  }

  // Ways in ----------------------------------------------------------------------------------------------------------

  /** @param {string} text */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  }

  function live() {
    if (living) return;
    living = true;
    byId("lab").hidden = false;
    fill(byId("intro"));
    drawTools(byId("tools"), {
      model, prefs, link: () => location.href, seed: () => state.lab.seed,
      doing: {
        story: (index) => (closePanels(), tell(index, false)),
        presets: {
          all: async () => {
            const all = await askPresets();
            state.presets = all.frameworks.flatMap((one) => one.presets);
            return all;
          },
          isNow: (preset) => equal(current(state.lab).design, preset.design),
          start: (preset) => (closePanels(), enqueue(() => adopt(redesign(state.lab, preset.design)))),
          beside: (preset) => (closePanels(), enqueue(() => adopt(against(state.lab, preset.design, model.first_actions)))),
        },
        save, copy, seed: doing.seed,
        open: (file) => (closePanels(), openFile(file)),
        prefer: (changes) => (prefer(changes), drawParts()),
      },
    });
    listen(() => prefs().keys, onKey);
    window.addEventListener("hashchange", () => void openLink(location.hash.slice(1)));
  }

  /** @param {string} key */
  function onKey(key) {
    const verb = model.verbs.find((one) => one.key === key);
    if (state.pending !== null && ["1", "2", "0"].includes(key)) void doing.answer(key === "0" ? null : key === "1");
    else if (key === "Escape" && state.pending !== null) void doing.cancel();
    else if (key === "z") void doing.undo();
    else if (key === "?") openPanel("keys");
    else if (key === "ArrowLeft" || key === "ArrowRight") void doing.move(key === "ArrowLeft" ? -1 : 1);
    else if (verb) void doing.act(verb.variants[0].action);
    else return false;
    return true;
  }

  /** @param {Lab} lab */
  const openLab = (lab) => enqueue(async () => {
    live();
    Object.assign(state, { pending: null, outcome: null, goal: null, telling: null });
    await take(lab, false).catch(async (error) => {
      await take(freshLab(model.policy), false);
      throw error;
    });
    state.history = [];
  });

  /** The lab with plays of the first screen. @param {string[]} actions @param {Choices[]} designs */
  function openPlays(actions, designs) {
    const branches = designs.map((design, index) => branch(index + 1, design, actions, index === 0 ? null : 1, actions.length));
    // On a narrow screen the table of both would push everything else away.
    const beside = designs.length > 1 && matchMedia("(min-width: 861px)").matches ? 1 : null;
    return openLab({ ...freshLab(model.policy), branches, current: designs.length, at: actions.length ? LAST : 0, beside });
  }

  /** @param {string} fragment */
  async function openLink(fragment) {
    let lab = freshLab(model.policy);
    let notice = "";
    try {
      lab = read(fragment, model.policy);
    } catch (error) {
      notice = w(error instanceof BadLink && error.newer ? "notice.newer_link" : "notice.broken_link");
    }
    await openLab(lab);
    if (notice === "" && state.notice === "" && state.problems.length === 0) return;
    state.notice = notice || `${w("notice.broken_link")} ${state.problems.map((one) => one.what).join(" ")}${state.notice}`;
    state.problems = [];
    drawParts();
  }

  /** @param {File} file */
  async function openFile(file) {
    const { labOfTrace, NoTrace } = await import("./files.js");
    try {
      await openLab(labOfTrace(await file.text(), start, settings, model.trace_version));
    } catch (error) {
      state.notice = w(error instanceof NoTrace && error.newer ? "notice.newer_trace" : "notice.no_trace");
      drawParts();
    }
  }

  function save() {
    const { changed, ...plain } = trace();
    const place = URL.createObjectURL(new Blob([JSON.stringify(plain, null, 1)], { type: "application/json" }));
    h("a", { href: place, download: "session-lab-trace.json" }).click();
    setTimeout(() => URL.revokeObjectURL(place), 1000);
  }

  /** @param {number} index @param {boolean} told */
  function tell(index, told) {
    const [scene, answer] = model.stories[index].scenes;
    return enqueue(async () => {
      live();
      const first = branch(1, { ...scene.design }, [...scene.actions]);
      const second = branch(2, { ...answer.design }, [...answer.actions], 1, 0);
      const branches = told ? [first, second] : [first];
      await take({ ...freshLab(model.policy), branches, current: branches.length, at: LAST, beside: told ? 1 : null });
      Object.assign(state, { telling: { index, told }, pending: null, outcome: null, goal: null, shown: "" });
    });
  }

  return { openLink, openPlays, tell };
}

/**
 * A file that was asked for late, or null if nobody answered: everything else of the page stays as it is.
 * @template T @param {Promise<T>} asked @returns {Promise<T | null>}
 */
const arrived = (asked) => asked.catch(() => null);
