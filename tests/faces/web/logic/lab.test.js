// What the page remembers, changed step by step.
import assert from "node:assert/strict";
import { test } from "node:test";
import { act, against, branch, choose, current, freshLab, LAST, leave, look, MOST_BRANCHES, question, redesign, reference, replay, startOver } from "../../../../src/sessionlab/web/static/lab.js";

const START = { http_only: true, secure: true, same_site: "lax" };
const fresh = () => freshLab("chromium-156");
const after = (...actions) => actions.reduce((lab, action, index) => act(lab, action, index), fresh());

test("an action at the end goes on with the branch", () => {
  const lab = after("visit", "login");
  assert.deepEqual(current(lab).actions, ["visit", "login"]);
  assert.equal(lab.branches.length, 1);
  assert.equal(lab.at, LAST);
});

test("an action in the past begins a branch, and the old one is kept", () => {
  const lab = act(after("visit", "login", "me"), "logout", 2);
  assert.deepEqual(lab.branches.map((one) => one.actions), [["visit", "login", "me"], ["visit", "login", "logout"]]);
  assert.equal(current(lab).parent, 1);
  assert.equal(current(lab).since, 2);
});

test("the same last action again begins no branch", () => {
  const lab = act(after("visit", "login"), "login", 1);
  assert.equal(lab.branches.length, 1);
});

test("other actions under the same design are a branch that leaves where they differ", () => {
  const lab = replay(choose(after("visit"), { http_only: false }, START), ["visit", "login", "me"]);
  assert.deepEqual(current(lab).actions, ["visit", "login", "me"]);
  assert.deepEqual(current(lab).design, { http_only: false });
  assert.equal(current(lab).since, 1);
  assert.equal(lab.at, LAST);
});

test("a switch before any action changes the design in place", () => {
  const lab = choose(fresh(), { http_only: false }, START);
  assert.equal(lab.branches.length, 1);
  assert.deepEqual(current(lab).design, { http_only: false });
});

test("a switch after actions makes a branch with the same actions", () => {
  const lab = choose(after("visit", "login"), { http_only: false }, START);
  assert.deepEqual(lab.branches.map((one) => one.design), [{}, { http_only: false }]);
  assert.deepEqual(current(lab).actions, ["visit", "login"]);
  assert.equal(reference(lab)?.id, 1);
});

test("several switches in a row make one branch, and changing back ends it", () => {
  let lab = choose(after("visit"), { http_only: false }, START);
  lab = choose(lab, { secure: false }, START);
  assert.deepEqual(current(lab).design, { http_only: false, secure: false });
  assert.equal(lab.branches.length, 2);
  lab = choose(choose(lab, { secure: true }, START), { http_only: true }, START);
  assert.equal(lab.branches.length, 1);
  assert.equal(lab.current, 1);
});

test("after an action a change of switches is a branch of its own", () => {
  let lab = choose(after("visit"), { http_only: false }, START);
  lab = act(lab, "login", 1);
  assert.equal(reference(lab), null);
  lab = choose(lab, { secure: false }, START);
  assert.equal(lab.branches.length, 3);
});

test("no lab is changed in place", () => {
  const lab = after("visit");
  const frozen = JSON.stringify(lab);
  choose(act(lab, "login", 1), { secure: false }, START);
  startOver(lab);
  assert.equal(JSON.stringify(lab), frozen);
});

test("a branch that is left hands its children to its parent", () => {
  let lab = choose(after("visit"), { http_only: false }, START);
  lab = choose(act(lab, "login", 1), { secure: false }, START);
  lab = leave(lab, 2);
  assert.deepEqual(lab.branches.map((one) => [one.id, one.parent]), [[1, null], [3, 1]]);
});

test("the last branch cannot be left", () => {
  const lab = after("visit");
  assert.equal(leave(lab, 1), lab);
});

test("only so many branches are kept, and never is the current one dropped", () => {
  let lab = after("visit", "login");
  for (let count = 0; count < 20; count += 1) lab = act(look(lab, lab.branches[0].id), `wait=${count + 1}`, 1);
  assert.equal(lab.branches.length, MOST_BRANCHES);
  assert.deepEqual(current(lab).actions, ["visit", "wait=20"]);
});

test("looking at the branch beside ends the comparison with itself", () => {
  const lab = { ...choose(after("visit"), { http_only: false }, START), beside: 1 };
  assert.equal(look(lab, 1).beside, null);
});

test("a question names the branch that it is compared with", () => {
  const lab = choose(after("visit"), { http_only: false }, START);
  assert.deepEqual(question(lab, current(lab), reference(lab)), {
    environment: {}, policy: "chromium-156", seed: 1, design: { http_only: false }, actions: ["visit"],
    previous: { environment: {}, policy: "chromium-156", design: {}, actions: ["visit"] },
  });
});

test("starting over keeps the design and nothing else", () => {
  const lab = startOver(choose(after("visit"), { http_only: false }, START));
  assert.deepEqual(lab.branches, [branch(1, { http_only: false }, [])]);
});

test("another design takes the place of the whole one, as a branch beside it", () => {
  const lab = redesign(choose(after("visit"), { secure: false }, START), { same_site: "strict" });
  assert.deepEqual(lab.branches.map((one) => one.design), [{}, { same_site: "strict" }]);
  assert.deepEqual(redesign(fresh(), { same_site: "strict" }).branches.map((one) => one.design), [{ same_site: "strict" }]);
});

test("a design put beside plays the same actions, or the story where there are none yet", () => {
  const lab = against(after("visit", "login"), { secure: false }, ["me"]);
  assert.deepEqual(lab.branches.map((one) => one.actions), [["visit", "login"], ["visit", "login"]]);
  assert.equal(lab.beside, 1);
  assert.equal(reference(lab).id, 1);
  assert.deepEqual(against(fresh(), { secure: false }, ["visit", "me"]).branches.map((one) => one.actions), [["visit", "me"], ["visit", "me"]]);
});
