from __future__ import annotations

from hypothesis import given

from sessionlab.browser.explain import SCRIPT, Explanation, explain
from sessionlab.cookies.policy import CHROMIUM_156, RFC_6265, BrowserPolicy
from sessionlab.http.url import parse_url
from tests.cookies.making import NOW, lines, policies

URL = parse_url("https://app.example.test/login")
FOREIGN = parse_url("https://evil.test/")


def explained(line: str, url=URL, policy: BrowserPolicy = CHROMIUM_156, page=None) -> Explanation:
    return explain(line, url, policy, NOW, page)


def does(explanation: Explanation) -> dict[str, str]:
    return {effect.about: effect.does for effect in explanation.effects if effect.about != "nothing"}


def verdicts(explanation: Explanation, initiator: str | None) -> dict[str, bool]:
    return {row.kind: row.sent for row in explanation.requests if row.initiator == initiator}


def test_what_is_not_written_is_explained_too():
    assert does(explained("sid=1")) == {
        "domain": "host_only",
        "path": "default",
        "lifetime": "session",
        "secure": "off",
        "http_only": "off",
        "same_site": "unset_with_window",
    }


def test_what_is_written_is_explained_beside_its_text():
    found = explained("__Host-sid=1; Secure; HttpOnly; Path=/; SameSite=Strict; Max-Age=60; Partitioned")
    assert does(found) == {
        "prefix": "host",
        "domain": "host_only",
        "path": "given",
        "lifetime": "until",
        "secure": "on",
        "http_only": "on",
        "same_site": "strict",
        "partitioned": "on",
    }
    assert {effect.written for effect in found.effects} >= {"Path=/", "Max-Age=60", "SameSite=Strict", "HttpOnly"}


def test_attributes_that_do_nothing_are_named_with_what_is_wrong_about_them():
    line = f"sid=1; Foo; Path=/a; Path=/b; Max-Age=5; Expires=x; Domain={'d' * 2000}"
    nothing = [(one.written[:8], one.does) for one in explained(line).effects if one.about == "nothing"]
    assert nothing == [
        ("Foo", "unknown"),
        ("Path=/a", "overruled"),
        ("Expires=", "max_age_wins"),
        ("Domain=d", "unusable"),
    ]


def test_lifetimes():
    assert does(explained("a=1; Max-Age=999999999"))["lifetime"] == "capped"
    assert does(explained("a=1; Max-Age=0"))["lifetime"] == "over"
    assert does(explained("a=1; Expires=x"))["lifetime"] == "unusable"
    assert not explained("a=1; Max-Age=0").stored
    assert explained("a=1; Max-Age=0").refused == ()


def test_a_browser_of_2011_knows_no_same_site():
    assert does(explained("a=1; SameSite=Strict; Partitioned", policy=RFC_6265))["same_site"] == "ignored"


def test_a_refused_cookie_has_its_reasons_and_no_requests():
    found = explained("sid=1; SameSite=None; Domain=other.test")
    assert not found.stored
    assert [reason.code for reason in found.refused] == ["domain_mismatch", "same_site_none_insecure"]
    assert found.requests == ()


def test_which_requests_carry_a_lax_cookie():
    found = explained("sid=1; SameSite=Lax; Secure", page=FOREIGN)
    foreign = verdicts(found, FOREIGN.text)
    assert [kind for kind, sent in foreign.items() if sent] == ["link", "form-get", "popup", "reload"]
    by_hand = [(row.url, row.sent) for row in found.requests if row.kind == "visit"]
    assert by_hand == [
        ("https://app.example.test/login", True),
        ("http://app.example.test/login", False),
        ("https://sub.app.example.test/login", False),
    ]


def test_without_a_page_the_own_and_a_foreign_one_ask():
    found = explained("sid=1; SameSite=Strict")
    assert [kind for kind, sent in verdicts(found, URL.text).items() if not sent] == ["fetch-omit"]
    assert not any(verdicts(found, "https://elsewhere.example/").values())


def test_a_young_unset_cookie_goes_with_a_cross_site_post_only_at_first():
    (row,) = [row for row in explained("sid=1", page=FOREIGN).requests if row.kind == "form-post"]
    assert (row.sent, row.sent_later) == (True, False)


def test_a_cookie_for_another_path_is_asked_for_there():
    assert all("/other" in row.url for row in explained("sid=1; Path=/other").requests)


def test_scripts_do_not_see_an_http_only_cookie():
    (row,) = [row for row in explained("sid=1; HttpOnly").requests if row.kind == SCRIPT]
    assert [reason.code for reason in row.reasons] == ["http_only_for_script"]


@given(lines, policies)
def test_any_line_has_an_explanation(line: str, policy: BrowserPolicy):
    found = explained(line, policy=policy)
    assert found.stored == (found.cookie is not None and not found.refused and not found.cookie.has_expired(NOW))
    assert all(row.sent == (not row.reasons) for row in found.requests)
