// One look for one value.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cut, lookOf } from "../../../../src/sessionlab/web/static/credentials.js";

const one = { id: "t1", text: "sid_1001_ab", short: "sid_1001_ab" };
const longer = { id: "t2", text: "sid_1001_ab.demo-mac", short: "sid_1001_ab.demo-mac" };
const token = { id: "t3", text: "eyJ0eXAi.eyJzdWIi.demo", short: "eyJ0…demo" };

test("every credential is found, the longest first where one begins with another", () => {
  assert.deepEqual(cut("a sid_1001_ab.demo-mac b sid_1001_ab", [one, longer]), ["a ", longer, " b ", one]);
});

test("the short text of a credential is it as well", () => assert.deepEqual(cut("the token eyJ0…demo proves", [token]), ["the token ", token, " proves"]));

test("a text without one stays whole", () => assert.deepEqual(cut("nothing", [one]), ["nothing"]));

test("an empty text has no parts", () => assert.deepEqual(cut("", [one]), []));

test("markup is only text", () => assert.deepEqual(cut("<b>sid_1001_ab</b>", [one]), ["<b>", one, "</b>"]));

test("looks follow the order of appearance and begin again", () => {
  const many = Array.from({ length: 8 }, (_, index) => ({ ...one, id: `t${index + 1}` }));
  assert.deepEqual(many.map(({ id }) => lookOf(many, id)), ["a", "b", "c", "d", "e", "f", "a", "b"]);
  assert.equal(lookOf(many, null), "");
});
