"""The eight CSRF defences, each held against requests of its own page and of others (OWASP CSRF CS)."""

from __future__ import annotations

import pytest

from sessionlab.engine.csrf import (
    OWN_HEADER,
    OWN_HEADER_VALUE,
    SAFE_METHODS,
    TOKEN_FIELD,
    TOKEN_HEADER,
    cookie_if_used,
    header_if_used,
    refused_because,
    token_if_used,
    uses_token,
)
from sessionlab.http.message import Request
from sessionlab.tokens.terms import ATTACKER, Secret
from tests.engine.driving import APP, OWN_ORIGIN, plain, request

SECRET, OTHER, FORGED = Secret(1), Secret(2), Secret(3, maker=ATTACKER)


def post(origin: str | None = None, site: str | None = None, token=None, cookie=None, **more: str) -> Request:
    headers = (
        ("Origin", origin),
        ("Sec-Fetch-Site", site),
        *((name.replace("_", "-"), it) for name, it in more.items()),
    )
    return request(
        "/action",
        "POST",
        headers=tuple(pair for pair in headers if pair[1] is not None),
        cookies=(("csrf_token", cookie),) if cookie is not None else (),
        fields=((TOKEN_FIELD, token),) if token is not None else (),
    )


def judged(defence: str, asked: Request, expected=None, **switches) -> str | None:
    safe = asked.method in SAFE_METHODS
    return refused_because(asked, expected, plain(csrf_defence=defence, **switches), safe)


def test_without_a_defence_nothing_is_refused():
    assert judged("none", post("https://evil.test", "cross-site")) is None


def test_a_synchronizer_token_must_be_the_sessions():
    assert judged("synchronizer_token", post(token=SECRET), SECRET) is None
    assert judged("synchronizer_token", post(token=OTHER), SECRET) == "csrf_token_wrong"
    assert judged("synchronizer_token", post(), SECRET) == "csrf_token_wrong"


def test_before_there_is_a_session_the_servers_own_cookie_stands_in_for_it():
    assert judged("synchronizer_token", post(token=SECRET, cookie=SECRET)) is None
    assert judged("synchronizer_token", post(token=FORGED, cookie=FORGED)) == "csrf_token_wrong"
    assert judged("synchronizer_token", post()) == "csrf_token_wrong"


def test_a_naive_double_submit_believes_any_pair_that_is_equal():
    """Cookie Crumbles 5: who can write cookies for the site can write both halves."""
    assert judged("double_submit_naive", post(token=FORGED, cookie=FORGED), SECRET) is None
    assert judged("double_submit_naive", post(token=FORGED, cookie=SECRET), SECRET) == "csrf_token_not_the_cookie"
    assert judged("double_submit_naive", post(cookie=SECRET), SECRET) == "csrf_token_not_the_cookie"


def test_a_signed_double_submit_is_the_servers_own_and_belongs_to_the_session():
    """OWASP CSRF CS, "Signed Double-Submit Cookie"; ground truth R156."""
    assert judged("double_submit_signed", post(token=SECRET, cookie=SECRET), SECRET) is None
    assert judged("double_submit_signed", post(token=FORGED, cookie=FORGED), SECRET) == "csrf_token_not_the_cookie"
    assert judged("double_submit_signed", post(token=OTHER, cookie=OTHER), SECRET) == "csrf_token_of_another_session"
    assert judged("double_submit_signed", post(token=SECRET, cookie=SECRET)) is None


@pytest.mark.parametrize(
    ("origin", "refused"),
    [
        (OWN_ORIGIN, None),
        ("https://evil.test", "origin_foreign"),
        ("https://sibling.example.test", "origin_foreign"),
        (f"http://{APP}", "origin_foreign"),
        (f"{OWN_ORIGIN}.evil.test", "origin_foreign"),
        ("null", "origin_foreign"),
        (None, "origin_missing"),
    ],
)
def test_the_origin_must_be_ours(origin: str | None, refused: str | None):
    """Ground truth R148, R157; the whole origin counts: scheme, host and port (RFC 6454 5)."""
    assert judged("origin_check", post(origin)) == refused


def test_a_referer_does_where_there_is_no_origin():
    assert judged("origin_check", post(Referer=f"{OWN_ORIGIN}/page")) is None
    assert judged("origin_check", post(Referer="https://evil.test/")) == "origin_foreign"
    assert judged("origin_check", post(Referer=f"{OWN_ORIGIN}.evil.test/")) == "origin_foreign"


@pytest.mark.parametrize(
    ("site", "cross_site_only", "same_origin_only"),
    [
        ("same-origin", None, None),
        ("none", None, None),
        ("same-site", None, "fetch_site_foreign"),
        ("cross-site", "fetch_site_foreign", "fetch_site_foreign"),
        (None, None, None),
    ],
)
def test_fetch_metadata_tells_who_asked(site: str | None, cross_site_only: str | None, same_origin_only: str | None):
    """Fetch Metadata 2.3; ground truth R149, R159. Where the browser says nothing there is nothing to go by."""
    assert judged("fetch_metadata_reject_cross_site", post(site=site)) == cross_site_only
    assert judged("fetch_metadata_same_origin_only", post(site=site)) == same_origin_only


def test_a_custom_header_needs_a_script_of_our_own_page():
    """Ground truth R160: a cross-origin page would have to ask first (CORS preflight)."""
    assert judged("custom_header", post(**{OWN_HEADER: OWN_HEADER_VALUE})) is None
    assert judged("custom_header", post()) == "custom_header_missing"


def test_the_token_may_come_in_a_header():
    asked = request("/action", "POST", headers=((TOKEN_HEADER, SECRET),))
    assert judged("synchronizer_token", asked, SECRET) is None


def test_safe_methods_are_checked_only_if_the_design_says_so():
    """Ground truth R152, R153."""
    get = request("/action", headers=(("Origin", "https://evil.test"),))
    assert judged("origin_check", get) is None
    assert judged("origin_check", get, csrf_checks_safe_methods=True) == "origin_foreign"
    assert judged("origin_check", request("/action"), csrf_checks_safe_methods=True) is None


def test_which_defences_use_a_token_and_which_a_cookie():
    tokens = ("synchronizer_token", "double_submit_naive", "double_submit_signed")
    others = ("none", "origin_check", "fetch_metadata_reject_cross_site", "custom_header")
    assert all(uses_token(defence) and token_if_used(defence, SECRET) == SECRET for defence in tokens)
    assert not any(uses_token(defence) or token_if_used(defence, SECRET) for defence in others)
    assert cookie_if_used("double_submit_naive", SECRET, True) == SECRET
    assert cookie_if_used("synchronizer_token", SECRET, False) == SECRET
    assert cookie_if_used("synchronizer_token", SECRET, True) is None
    assert header_if_used("custom_header") == OWN_HEADER_VALUE
    assert header_if_used("origin_check") is None
