// The lab in a link: what is written can be read, and nothing else is taken for a lab.
import assert from "node:assert/strict";
import { test } from "node:test";
import { branch, freshLab, LAST } from "../../../../src/sessionlab/web/static/lab.js";
import { BadLink, read, written } from "../../../../src/sessionlab/web/static/share.js";

const USUAL = "chromium-156";
const STORY = ["visit", "login", "me", "copy_credential", "logout", "me", "replay"];
const whole = {
  seed: 42, policy: "strict-spec", environment: { third_party_cookies: "blocked" }, current: 3, at: 5, beside: 1,
  branches: [
    branch(1, {}, STORY),
    branch(2, { invalidate_on_logout: false }, STORY, 1, 7, true),
    branch(3, { session_type: "jwt", cookie_path: "/" }, [...STORY.slice(0, 4), "wait=600", "device2:login", "cross_site_request=form_post:/logout"], 1, 4),
  ],
};

test("a lab is read as it was written", () => assert.deepEqual(read(written(whole, USUAL), USUAL), whole));

test("a fresh lab is read as it was written", () => {
  const lab = { ...freshLab(USUAL), at: 0 };
  assert.deepEqual(read(written(lab, USUAL), USUAL), lab);
});

test("a link is short, and holds nothing that a link may not hold", () => {
  const text = written(whole, USUAL);
  assert.ok(text.length < 330, String(text.length));
  assert.match(text, /^[\w;=,!~.:/?@-]+$/);
});

test("a link that a messenger has escaped is read all the same", () => {
  assert.deepEqual(read(encodeURIComponent(written(whole, USUAL)), USUAL), whole);
});

test("a link of a newer lab says that it is newer", () => {
  assert.throws(() => read("2;x", USUAL), (error) => error instanceof BadLink && error.newer);
});

for (const text of ["", "x", "1", "0;b=", "1;b=visit;here=2", "1;b=visit;beside=9", "1;b=<script>", "1;b=visit!x", "1;b=visit!x:y:z", "1;b=~3", "1;b=visit!!1.0", "1;b=visit!!2.0", "1;seed=-1;b=", "1;at=x;b=", "1;what=1;b=", "1;b=a!b:c!1.1!", `1;${"b=;".repeat(20)}`, `1;b=${"visit,".repeat(501)}visit`]) {
  test(`a broken link is refused: ${text.slice(0, 30)}`, () => assert.throws(() => read(text, USUAL), (error) => error instanceof BadLink && !error.newer));
}

test("the end stays the end", () => assert.equal(read("1;b=visit", USUAL).at, LAST));
