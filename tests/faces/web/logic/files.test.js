// Traces as files, requests as curl.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { curl, labOfTrace, NoTrace } from "../../../../src/sessionlab/web/static/files.js";

const START = { http_only: true, session_type: "server_session" };
const SETTINGS = { third_party_cookies: "allowed" };
const trace = { version: 1, seed: 3, policy: "chromium-156", design: { http_only: false, session_type: "server_session" }, environment: { third_party_cookies: "blocked", default_same_site: null }, actions: ["visit", "login"] };

test("a trace gives the lab that it came from", () => {
  const lab = labOfTrace(JSON.stringify(trace), START, SETTINGS, 1);
  assert.deepEqual(lab.branches[0].design, { http_only: false });
  assert.deepEqual(lab.environment, { third_party_cookies: "blocked" });
  assert.deepEqual([lab.seed, lab.branches[0].actions], [3, ["visit", "login"]]);
});

test("a newer trace says so", () => {
  assert.throws(() => labOfTrace(JSON.stringify({ ...trace, version: 2 }), START, SETTINGS, 1), (error) => error instanceof NoTrace && error.newer);
});

for (const text of ["", "[]", "null", "{}", "7", '{"version": 1}', JSON.stringify({ ...trace, actions: [1] }), JSON.stringify({ ...trace, design: { a: {} } })]) {
  test(`no trace: ${text.slice(0, 30)}`, () => assert.throws(() => labOfTrace(text, START, SETTINGS, 1), NoTrace));
}

test("a request is a command that a shell takes literally", () => {
  const request = { method: "POST", url: "https://app.example.test/login?a='b'", headers: [["Host", "app.example.test"], ["Cookie", "session_id=$(id)`id`"], ["Content-Length", "3"]], body: "a='" };
  const command = curl(request);
  assert.ok(!/Content-Length|Host:/.test(command));
  const shown = execFileSync("sh", ["-c", command.replace("curl -i", "printf '%s|'")], { encoding: "utf8" });
  assert.equal(shown, "https://app.example.test/login?a='b'|-H|Cookie: session_id=$(id)`id`|--data-raw|a='|");
});
