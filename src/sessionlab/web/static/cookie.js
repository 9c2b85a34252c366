// The cookie explainer: what a Set-Cookie line does, part by part, and which requests will carry the cookie.

import { askExplanation, askModel, Trouble } from "./api.js";
import { byId, fill, h } from "./dom.js";
import { prefs, useTheme } from "./prefs.js";
import { cite, useDocuments } from "./view/cite.js";
import { useWords, w, wordOr } from "./words.js";

/** @typedef {{ line: string, url: string, page: string, policy: string }} Asked */
/** @typedef {import("./types").Reason} Reason */

const EXAMPLE = { line: "session_id=sid_1001_ab12cd; Path=/; HttpOnly; Secure; SameSite=Lax", url: "https://app.example.test/login", page: "" };

useTheme(prefs().theme);

async function begin() {
  const model = await askModel();
  useWords(model.words);
  useDocuments(model.documents);
  const asked = readFragment(model.policy);
  drawForm(asked, model, (changes) => {
    Object.assign(asked, changes);
    explainSoon(asked);
  });
  window.addEventListener("hashchange", () => location.reload());
  await explain(asked);
}

/** The form comes from the fragment, so that a link shows the same. @param {string} policy @returns {Asked} */
function readFragment(policy) {
  const given = new URLSearchParams(location.hash.slice(1));
  const usual = { ...EXAMPLE, policy };
  return { line: given.get("line") ?? usual.line, url: given.get("url") ?? usual.url, page: given.get("page") ?? "", policy: given.get("policy") ?? policy };
}

/** @param {Asked} asked @param {import("./types").Model} model @param {(changes: Partial<Asked>) => void} change */
function drawForm(asked, model, change) {
  const field = (/** @type {"url" | "page"} */ name, /** @type {string} */ hint) =>
    h("label", null, w(`explain.${name}`), h("input", { type: "url", id: `explain-${name}`, value: asked[name], placeholder: hint, spellcheck: "false", "aria-describedby": `problem-${name}`, oninput: (event) => change({ [name]: event.target.value }) }), h("span", { class: "problem-line small", id: `problem-${name}`, role: "alert" }));
  const line = h("textarea", { id: "explain-line", rows: 3, spellcheck: "false", "aria-describedby": "problem-line", oninput: (event) => change({ line: event.target.value }) });
  line.value = asked.line;
  const policy = h("label", null, w("design.policy"), h("select", { id: "explain-policy", onchange: (event) => change({ policy: event.target.value }) }, ...model.policies.map((one) => h("option", { value: one.name, selected: one.name === asked.policy }, `${one.name} (${one.dated})`))));
  fill(
    byId("form"),
    h("form", { onsubmit: (event) => event.preventDefault() }, h("label", null, w("explain.line"), line, h("span", { class: "problem-line small", id: "problem-line", role: "alert" })), h("div", { class: "fields" }, field("url", EXAMPLE.url), field("page", w("explain.page_hint")), policy)),
  );
}

let waiting = 0;

/** @param {Asked} asked */
function explainSoon(asked) {
  clearTimeout(waiting);
  waiting = window.setTimeout(() => void explain(asked), 120);
}

let latest = 0;

/** @param {Asked} asked */
async function explain(asked) {
  const ticket = (latest += 1);
  const { page, ...rest } = asked;
  const body = page.trim() === "" ? rest : asked;
  history.replaceState(null, "", `#${new URLSearchParams(body)}`);
  try {
    const found = await askExplanation(body);
    if (ticket === latest) show(found, []);
  } catch (error) {
    if (ticket !== latest) return;
    if (error instanceof Trouble) show(null, error.details.problems);
    else byId("notice").replaceChildren(h("p", { class: "notice", role: "alert" }, w("notice.unreachable")));
  }
}

/** A problem stands beside its field; the last explanation stays. @param {any} found @param {readonly import("./types").Problem[]} problems */
function show(found, problems) {
  byId("notice").replaceChildren();
  for (const name of ["line", "url", "page"]) byId(`problem-${name}`).textContent = "";
  for (const problem of problems) {
    const place = document.getElementById(`problem-${problem.pointer.slice(1)}`) ?? byId("problem-line");
    place.textContent = `${problem.what} ${problem.instead}`;
  }
  if (found !== null) fill(byId("result"), verdict(found), parts(found), requests(found));
}

/** @param {any} found */
function verdict(found) {
  const fate = found.stored ? "stored" : found.refused.length || found.cookie === null ? "not_stored" : "deletes";
  return h(
    "section",
    { class: `verdict ${found.stored ? "ok" : "no"}`, "aria-label": w("explain.fate"), id: "fate", role: "status" },
    h("b", null, w(`explain.${fate}`)),
    ...found.refused.map((/** @type {Reason} */ one) => h("p", null, one.text, " ", cite(one.source))),
    found.cookie === null && found.refused.length === 0 && h("p", null, w("explain.unreadable")),
  );
}

/** @param {any} found */
function parts(found) {
  if (found.effects.length === 0) return null;
  return h(
    "section",
    { "aria-labelledby": "parts-title" },
    h("h2", { id: "parts-title" }, w("explain.parts")),
    h("div", { class: "boxes" }, h("div", { class: "box" }, h("code", null, `${found.cookie.name}=${found.cookie.value}`), h("p", null, w("explain.pair"))), ...found.effects.map((/** @type {any} */ one) => h("div", { class: `box${one.written ? "" : " absent"}` }, h("code", null, one.written || w(`explain.absent.${one.about}`)), h("p", null, one.text)))),
  );
}

/** @param {any} found */
function requests(found) {
  if (found.requests.length === 0) return null;
  return h(
    "div",
    { class: "place" },
    h("h2", { id: "requests-title" }, w("explain.requests")),
    h(
      "div",
      { class: "scrolls", tabindex: "0", role: "region", "aria-labelledby": "requests-title" },
      h(
        "table",
        { class: "compare requests" },
        h("thead", null, h("tr", null, ...["kind", "to", "from", "fate", "why"].map((name) => h("th", { scope: "col" }, w(`explain.${name}`))))),
        h("tbody", null, ...found.requests.map(request)),
      ),
    ),
  );
}

/** @param {any} one */
function request(one) {
  const fate = one.sent ? (one.sent_later ? "sent" : "young") : "withheld";
  return h(
    "tr",
    null,
    h("th", { scope: "row" }, wordOr(`kind.${one.kind.replaceAll("-", "_").replaceAll(".", "_")}`, one.kind)),
    h("td", { class: "mono" }, one.url),
    h("td", { class: "mono" }, one.initiator ?? w("explain.typed")),
    h("td", null, h("span", { class: `code ${one.sent ? "ok" : "no"}` }, w(`explain.${fate}`))),
    h("td", null, ...one.reasons.map((/** @type {Reason} */ why) => h("p", { class: "small" }, why.text, " ", cite(why.source)))),
  );
}

begin().catch((error) => byId("notice").replaceChildren(h("p", { class: "notice", role: "alert" }, String(error))));
