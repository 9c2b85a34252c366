// A small form for an edit by hand, beside what is edited; it says itself what is wrong with a value.

import { fill, h } from "../dom.js";
import { editing } from "../edits.js";
import { w } from "../words.js";

/** @typedef {import("../types").ModelField} ModelField */
/** @typedef {import("../edits.js").Target} Target */
/** @typedef {{ change: (action: string) => Promise<string | null>, close: () => void }} Doing `change` gives what is wrong, or null */

/** @param {Target} target @param {readonly ModelField[]} fields @param {Doing} doing @returns {HTMLFormElement} */
export function editor(target, fields, doing) {
  let field = fields[0];
  const wrong = h("p", { class: "problem small", id: "edit-wrong", role: "alert", hidden: true });
  const place = h("div", { class: "edit-value" });
  const choice = h("select", { id: "edit-field", "data-key": "edit-field", onchange: () => choose(fields[choice.selectedIndex]) }, ...fields.map((one) => h("option", { value: one.name }, one.text)));
  const form = h(
    "form",
    { class: "edit", "aria-label": w("edit.title", { name: target.name }), onsubmit: submit, onkeydown: (event) => event.key === "Escape" && doing.close() },
    h("label", { for: "edit-field" }, w("edit.part")),
    choice,
    h("label", { for: "edit-value" }, w("edit.becomes")),
    place,
    wrong,
    h("p", { class: "row" }, h("button", { class: "small-step", "data-key": "edit-change" }, w("edit.change")), h("button", { type: "button", class: "tiny", "data-key": "edit-cancel", onclick: doing.close }, w("edit.cancel"))),
  );
  choose(field);
  return form;

  /** @param {ModelField} one */
  function choose(one) {
    field = one;
    say("");
    fill(place, ...(one.takes === "" ? [options(one, target)] : typed(one, target)));
  }

  /** @param {string} text */
  function say(text) {
    wrong.hidden = text === "";
    wrong.textContent = text;
    form.querySelector("#edit-value")?.setAttribute("aria-invalid", String(text !== ""));
  }

  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    const input = form.querySelector("#edit-value");
    if (!(input instanceof HTMLInputElement || input instanceof HTMLSelectElement)) return;
    const problem = await doing.change(editing(target, field.name, input.value));
    if (problem === null) return;
    say(problem);
    input.focus();
  }
}

/** @param {ModelField} field @param {Target} target */
function options(field, target) {
  return h("select", { id: "edit-value", "data-key": "edit-value", "aria-describedby": "edit-wrong" }, ...field.values.map((one) => h("option", { value: one.value, selected: one.value === target.now[field.name] }, one.text)));
}

/** @param {ModelField} field @param {Target} target */
function typed(field, target) {
  const words = field.values.length > 0 && h("datalist", { id: "edit-words" }, ...field.values.map((one) => h("option", { value: one.value }, one.text)));
  return [
    h("input", { type: "text", id: "edit-value", "data-key": "edit-value", value: target.now[field.name], autocomplete: "off", spellcheck: "false", maxlength: 300, list: words ? "edit-words" : null, "aria-describedby": "edit-takes edit-wrong" }),
    words,
    h("p", { class: "small soft", id: "edit-takes" }, field.takes, field.values.length > 0 && ` ${w("edit.or", { words: field.values.map((one) => one.value).join(", ") })}`),
  ];
}
