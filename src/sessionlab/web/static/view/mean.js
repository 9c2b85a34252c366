// What it means: how browser and server stand to each other, which requests would carry nothing, and what to be warned of.

import { fill, h } from "../dom.js";
import { w } from "../words.js";
import { cite } from "./cite.js";
import { reasons } from "./wire.js";

/** @typedef {import("../types").Exchange} Exchange */
/** @typedef {import("../types").Next} Next */
/** @typedef {import("../types").Advice} Advice */
/** @typedef {import("../types").Finding} Finding */
/** @typedef {import("../types").Probe} Probe */
/**
 * @typedef {{
 *   now: Exchange | null, next: Next | null, hidden: string | null, probesToo: boolean, warningsToo: boolean, findings: readonly Finding[], advice: readonly Advice[],
 *   continuity: import("../types").Continuity | null,
 *   label: (name: string) => string, value: (name: string, value: string | boolean) => string,
 *   doing: { choose: (name: string, value: string | boolean) => void, show: () => void },
 * }} Meaning
 */

/** @param {HTMLElement} place @param {Meaning} mean */
export function drawMeaning(place, mean) {
  if (mean.hidden === null) fill(place, standing(mean), probes(mean), warnings(mean));
  else fill(place, waiting(mean), mean.probesToo ? null : probes(mean), mean.warningsToo ? null : warnings(mean));
}

/** What would give an answer away, as one box that says what waits. @param {Meaning} mean */
function waiting(mean) {
  const count = mean.findings.length;
  const what = [w("state.title"), mean.probesToo && w("probes.title"), mean.warningsToo && count > 0 && w("warnings.count", { count })].filter(Boolean).join(" · ");
  return h(
    "section",
    { class: "place waiting", "aria-labelledby": "waiting-title" },
    h("header", null, h("h2", { id: "waiting-title" }, w("predict.waiting")), h("span", { class: "small soft" }, what)),
    h("div", { class: "hid" }, h("p", null, mean.hidden), h("button", { type: "button", class: "tiny", "data-key": "show-hidden", onclick: mean.doing.show }, w("predict.show"))),
  );
}

/** @param {Meaning} mean */
function standing(mean) {
  const state = mean.now?.standing;
  return h(
    "section",
    { class: "place", "aria-labelledby": "state-title" },
    h("header", null, h("h2", { id: "state-title" }, w("state.title"))),
    h("div", { class: "state" }, h("p", { class: "word" }, state?.name ?? w("state.before")), h("p", null, state?.text ?? w("state.before_text"))),
    mean.continuity !== null && h("details", { class: "continuity" }, h("summary", { "data-key": "continuity" }, w("state.continuity")), h("ul", { class: "small" }, ...[mean.continuity.proof, mean.continuity.client, mean.continuity.travels, mean.continuity.kept].map((text) => h("li", null, text)))),
  );
}

/** @param {Meaning} mean */
function probes(mean) {
  return h(
    "section",
    { class: "place", "aria-labelledby": "probes-title" },
    h("header", null, h("h2", { id: "probes-title" }, w("probes.title")), h("span", { class: "small soft" }, w("probes.note"))),
    probeList(mean.next),
  );
}

/** @param {Next | null} next */
function probeList(next) {
  if (next === null) return null;
  if (next.probes.length === 0) return h("p", { class: "small" }, w(next.holds === "storage" ? "probes.storage" : "probes.nothing"));
  const held = next.probes.filter((one) => !one.sent);
  const sent = next.probes.filter((one) => one.sent);
  return h(
    "div",
    null,
    h("ul", { class: "list" }, ...held.map((one) => h("li", null, h("b", null, w(`probe.${one.code}`)), h("span", null, ...reasons(one.reasons))))),
    sent.length > 0 && h("p", { class: "small carries" }, h("b", null, w("probes.carries")), " ", sent.map((one) => w(`probe.${one.code}`)).join(" · ")),
  );
}

/** @param {Meaning} mean */
function warnings(mean) {
  const found = mean.findings;
  return h(
    "section",
    { class: "place", "aria-labelledby": "warnings-title" },
    h("header", null, h("h2", { id: "warnings-title" }, w("warnings.title")), h("span", { class: "small soft" }, String(found.length))),
    found.length === 0
      ? h("p", { class: "small" }, w("warnings.none"))
      : h("ul", { class: "list" }, ...found.map((one) => warning(one, mean))),
  );
}

/** @param {Finding} found @param {Meaning} mean */
function warning(found, mean) {
  const turns = mean.advice.find((one) => one.code === found.code)?.switches.slice(0, 2) ?? [];
  return h(
    "li",
    { class: `warn ${found.severity}` },
    h("b", { class: "severity" }, w(`severity.${found.severity}`)),
    h("span", null, found.text),
    cite(found.source),
    ...turns.map((turn) =>
      h("button", { type: "button", class: "fix", "data-key": `fix-${found.code}-${turn.switch}`, onclick: () => mean.doing.choose(turn.switch, turn.value) }, w("warnings.fix", { switch: mean.label(turn.switch), value: mean.value(turn.switch, turn.value) })),
    ),
  );
}
