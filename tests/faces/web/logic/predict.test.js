// Which steps are worth a question, and when a goal is reached.
import assert from "node:assert/strict";
import { test } from "node:test";
import { actionsDone, clamped, lastOf } from "../../../../src/sessionlab/web/static/frames.js";
import { isDecisive, isReached, openQuestions, ownAnswers, partsOf } from "../../../../src/sessionlab/web/static/predict.js";

const MARKO = "marko@example.test";
const step = (verb, user = null, more = {}) => ({ verb, actor: verb === "replay" || verb === "copy_credential" ? "attacker" : "victim", browser: "victim", part: 1, parts: 1, request: verb === "copy_credential" ? null : { by_tool: verb === "replay" }, auth: { user }, attacker_knows: [], steps: [], ...more });
const play = (...exchanges) => {
  let known = [];
  const numbered = exchanges.map((one, index) => {
    if (one.verb === "copy_credential") known = [{ token: "t1" }];
    return { ...one, number: index + 1, attacker_knows: known };
  });
  return { exchanges: numbered, refused_actions: [], actions: numbered.map((one) => one.verb), verdict: { ended_in: null } };
};
const story = play(step("visit"), step("login", MARKO), step("me", MARKO), step("copy_credential"), step("logout"), step("me"), step("replay"));

test("an action is read with its usual actor", () => {
  assert.deepEqual(partsOf("replay"), { actor: "attacker", verb: "replay", argument: "" });
  assert.deepEqual(partsOf("device2:login=wrong"), { actor: "device2", verb: "login", argument: "wrong" });
  assert.deepEqual(partsOf("me"), { actor: "victim", verb: "me", argument: "" });
});

test("asking after a change is decisive, asking again is not", () => {
  assert.ok(isDecisive(story, 2, "me"));
  assert.ok(!isDecisive(story, 3, "me"));
  assert.ok(isDecisive(story, 5, "me"));
  assert.ok(!isDecisive(story, 6, "me"));
});

test("a replay is decisive once there is a copy", () => {
  assert.ok(!isDecisive(story, 3, "replay"));
  assert.ok(isDecisive(story, 4, "replay"));
  assert.ok(!isDecisive(story, 7, "replay"));
});

test("logging in is nothing to predict", () => assert.ok(!isDecisive(story, 1, "login")));

test("what is open is what the page must not show", () => {
  assert.deepEqual(openQuestions(story, 5), ["me", "replay"]);
  assert.deepEqual(openQuestions(story, 7), []);
});

test("a goal is reached when the last try goes the other way and the user's own requests go as before", () => {
  const goal = { verb: "replay", wanted: true, after: ownAnswers(story, "replay") };
  assert.ok(!isReached(goal, story));
  const other = play(step("visit"), step("login", MARKO), step("me", MARKO), step("copy_credential"), step("logout"), step("me"), step("replay", MARKO));
  assert.ok(isReached(goal, other));
  const nobody = play(step("visit"), step("login"), step("me"), step("copy_credential"), step("logout"), step("me"), step("replay", MARKO));
  assert.ok(!isReached(goal, nobody));
});

test("a goal about /me does not ask that /me stays as it was", () => {
  const goal = { verb: "me", wanted: true, after: ownAnswers(story, "me") };
  assert.ok(isReached(goal, play(step("visit"), step("login", MARKO), step("me", MARKO), step("logout"), step("me", MARKO))));
});

test("actions are counted with those that were refused", () => {
  const trace = { ...story, exchanges: story.exchanges.slice(0, 3), refused_actions: [{ before: 2 }], actions: ["visit", "logout", "login", "me"] };
  assert.deepEqual([0, 1, 2, 3].map((number) => actionsDone(trace, number)), [0, 1, 3, 4]);
});

test("a place beyond the end is the end", () => {
  assert.equal(clamped(story, 99), 7);
  assert.equal(lastOf(story, 99, "attacker")?.verb, "replay");
});
