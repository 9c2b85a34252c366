"""The recorded cases of specifications and browsers: every answer, under the policy whose rules the file tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from msgspec import UNSET

from sessionlab.browser.cases import Case, RequestStep, ResponseStep, read_cases
from sessionlab.browser.context import script_contexts
from sessionlab.browser.replay import Replay, context_of, replay
from sessionlab.cookies.jar import Jar
from sessionlab.cookies.policy import CHROMIUM_156, policy_named
from sessionlab.cookies.reasons import Refused
from sessionlab.cookies.receive import receive
from sessionlab.cookies.retrieve import retrieve
from sessionlab.cookies.serialize import cookie_string
from sessionlab.http.url import parse_url
from sessionlab.value import replace
from tests.conformance.known_differences import CASES, KNOWN_DIFFERENCES, PAIRS

FOLDER = Path(__file__).parent / "cookies"

SAME_REASON = {
    "InvalidDomain": {"invalid_domain", "domain_mismatch", "public_suffix"},
    # For Chromium, an unencrypted response breaks the promise of a prefix; here that is said by its own reason.
    "InvalidPrefix": {"nameless_prefix", "secure_from_insecure"},
    "SecureOnly": {"secure_from_insecure"},
    "SameSiteNoneInsecure": {"same_site_none_insecure"},
    "DisallowedCharacter": {"control_character"},
    "NoCookieContent": {"empty"},
    "NameValuePairExceedsMaxSize": {"too_long"},
}


def cases(name: str) -> tuple[Case, ...]:
    return read_cases((FOLDER / f"{name}.json").read_bytes(), name)


@cache
def outcome(name: str, policy: str) -> Replay:
    return replay(cases(name), policy_named(policy))


@pytest.mark.parametrize(("name", "policy"), PAIRS)
def test_every_case_is_answered_as_recorded_except_for_the_known_differences(name: str, policy: str):
    failed = {failure.case: failure for failure in outcome(name, policy).failed}
    assert sorted(failed) == sorted(KNOWN_DIFFERENCES.get((name, policy), {}))


@pytest.mark.parametrize(("name", "policy"), PAIRS)
def test_no_case_goes_missing(name: str, policy: str):
    result = outcome(name, policy)
    failed = {failure.case for failure in result.failed}
    assert result.cases == CASES[name]
    assert result.passed + len(failed) + len(result.skipped) == result.cases


def test_only_cases_that_call_themselves_unreliable_are_skipped():
    skipped = {name: len(outcome(name, policy).skipped) for name, policy in PAIRS}
    assert {name: count for name, count in skipped.items() if count} == {"go_cookiejar": 3}
    assert all("unreliable" in one.why for name, policy in PAIRS for one in outcome(name, policy).skipped)


def test_every_known_difference_belongs_to_a_pair_that_is_judged():
    assert set(KNOWN_DIFFERENCES) <= set(PAIRS)


def test_a_wrong_expectation_is_noticed():
    first = cases("chromium_send_cases")[0]
    response, request = first.steps
    assert isinstance(request, RequestStep)
    spoilt = replace(first, steps=(response, replace(request, expect_cookie="no=such")))
    assert replay((spoilt,), CHROMIUM_156).failed != ()


@pytest.mark.parametrize("case", cases("chromium_send_cases"), ids=lambda case: case.id)
def test_the_fetch_metadata_is_what_chromium_sends(case: Case):
    _, request = case.steps
    assert isinstance(request, RequestStep)
    context = context_of(request.url, request.context, CHROMIUM_156)
    sent = dict(context.fetch_metadata)
    assert (sent.get("Sec-Fetch-Site"), sent.get("Sec-Fetch-Dest")) == (case.sec_fetch_site, case.sec_fetch_dest)


def framed() -> list[Case]:
    return [case for case in cases("chromium_send_cases") if case.frame_document_cookie is not UNSET]


@pytest.mark.parametrize("case", framed(), ids=lambda case: case.id)
def test_a_script_in_the_loaded_frame_sees_the_cookies_that_chromium_shows_it(case: Case):
    response, request = case.steps
    assert isinstance(response, ResponseStep)
    assert isinstance(request, RequestStep)
    jar: Jar = ()
    for line in response.set_cookie:
        stored = receive(jar, line, context_of(response.url, response.context, CHROMIUM_156).store, CHROMIUM_156, 0.0)
        jar = jar if isinstance(stored, Refused) else stored.jar
    page = parse_url(request.context.initiator or "")
    context, _ = script_contexts(parse_url(request.url), CHROMIUM_156, ancestors=(page,))
    assert cookie_string(retrieve(jar, context, CHROMIUM_156, 1.0).sent) == case.frame_document_cookie


def test_every_reason_that_chromium_gave_is_among_ours():
    missing = []
    for case in cases("chromium_store_cases"):
        response = case.steps[0]
        assert isinstance(response, ResponseStep)
        context = context_of(response.url, response.context, CHROMIUM_156).store
        for line, reasons in case.rejected.items():
            result = receive((), line, context, CHROMIUM_156, case.start)
            ours = {reason.code for reason in result.reasons} if isinstance(result, Refused) else set()
            missing += [(case.id, line, given, ours) for given in reasons if not is_given(given, ours)]
    assert missing == []


def is_given(reason: str, ours: set[str]) -> bool:
    prefixes = reason == "InvalidPrefix" and any(code.startswith("prefix_") for code in ours)
    return prefixes or bool(SAME_REASON[reason] & ours)
