// How an edit by hand is written.
import assert from "node:assert/strict";
import { test } from "node:test";
import { baseName, cookieTarget, editing, ofCookie, ofRecord, recordTarget } from "../../../../src/sessionlab/web/static/edits.js";

const cookie = (name, more = {}) => ({ name, value: "sid_1", token: "t1", domain: "app.example.test", host_only: true, path: "/", secure: true, http_only: true, same_site: "lax", expires: null, ...more });
const browser = (name, ...jar) => ({ name, jar, storage: [] });
const exchange = (...browsers) => ({ clock: 1000, browsers, attacker_knows: [] });

test("designs differ in a name's prefix, so it is left out", () => assert.deepEqual(["__Host-a", "__Secure-a", "__Host-Http-a", "a", "__a"].map(baseName), ["a", "a", "a", "a", "__a"]));

test("a cookie is meant by its name, and by its place where two share it", () => {
  const planted = cookie("session_id", { domain: "example.test", host_only: false });
  assert.equal(cookieTarget(planted, [planted]), "session_id");
  assert.equal(cookieTarget(planted, [planted, cookie("session_id")]), "session_id@.example.test/");
});

test("a record is meant by the browser that points to it, else by its number", () => {
  const browsers = [browser("victim", cookie("session_id"))];
  assert.equal(recordTarget({ token: "t1" }, 0, browsers), "victim");
  assert.equal(recordTarget({ token: "t2" }, 1, browsers), "2");
});

test("a pasted value that another browser holds is written as that browser's", () => {
  const mine = cookie("session_id");
  const all = exchange(browser("victim", mine), browser("attacker", cookie("__Host-session_id", { value: "sid_2" })));
  const target = ofCookie(mine, all.browsers[0], all);
  assert.equal(editing(target, "value", " sid_2 "), "victim:edit_cookie=session_id.value:attacker");
  assert.equal(editing(target, "value", "abc"), "victim:edit_cookie=session_id.value:abc");
  assert.equal(editing(target, "path", "/login"), "victim:edit_cookie=session_id.path:/login");
});

test("a pasted value that the attacker could show is written as known", () => {
  const mine = cookie("session_id");
  const all = { ...exchange(browser("victim", mine)), attacker_knows: [{ text: "sid_9", usable: true }] };
  assert.equal(editing(ofCookie(mine, all.browsers[0], all), "value", "sid_9"), "victim:edit_cookie=session_id.value:known");
});

test("an edit begins with what is there", () => {
  const mine = cookie("session_id", { expires: 1060 });
  assert.deepEqual(ofCookie(mine, browser("victim", mine), exchange()).now.expires, "60");
  const entry = { id: "sid_1", token: "", user: "marko@example.test", authenticated: true, role: "user", created: 400, seen: 900, items: 0 };
  assert.deepEqual(ofRecord(entry, 0, exchange()).now, { user: "marko", authenticated: "true", role: "user", created: "600", seen: "100", items: "0" });
});
