"""What became of each cookie, worked out afterwards, is what happened."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessionlab.cookies.policy import POLICIES, BrowserPolicy
from sessionlab.design.choices import read_choices
from sessionlab.design.design import Design
from sessionlab.design.space import SEED_LAB, design_from
from sessionlab.world.action import Action
from sessionlab.world.cookie_fates import Fates, fates, had_waited
from sessionlab.world.play import play
from sessionlab.world.verbs import parse_action
from tests.agreement.plays import plays


def last_fates(choices: str, actions: str) -> Fates:
    design = design_from(read_choices(choices.split()))
    return fates(play(design, map(parse_action, actions.split())).exchanges[-1], design)


def effects(found: Fates) -> list[str]:
    return [taken.effect for taken in found.stored]


def reasons(found: Fates) -> list[str]:
    withheld = [reason.code for one in found.withheld for reason in one.reasons]
    return withheld + [reason.code for one in found.refused for reason in one.reasons]


def test_a_login_adds_a_cookie_and_a_logout_deletes_it():
    assert effects(last_fates("", "login")) == ["added"]
    assert effects(last_fates("", "login logout")) == ["deleted"]
    assert effects(last_fates("", "visit=/signed-out")) == ["nothing_to_delete"]


def test_a_second_login_replaces_the_cookie():
    assert effects(last_fates("", "login visit login")) == ["replaced"]


@pytest.mark.parametrize(
    ("choices", "actions", "code"),
    [
        ("same_site=none secure=false", "login", "same_site_none_insecure"),
        ("cookie_size=over_4096_bytes", "login", "too_long"),
        ("cookie_prefix=__Host- cookie_domain=parent_domain", "login", "prefix_needs_host_only"),
        ("", "login cross_site_request", "same_site"),
        ("cookie_path=narrow", "login visit", "other_path"),
        ("tls=https_with_http_port_open", "login force_plaintext", "secure_over_insecure"),
        ("cookie_prefix=__Host-", "plant_cookie", "prefix_needs_host_only"),
    ],
)
def test_what_does_not_go_or_stay_has_its_reason(choices: str, actions: str, code: str):
    assert code in reasons(last_fates(choices, actions))


def test_a_planted_cookie_is_told_of():
    assert effects(last_fates("", "plant_cookie")) == ["added"]


def test_a_tool_has_no_jar():
    assert last_fates("", "login copy_credential replay") == Fates()


def test_a_response_that_comes_late_says_nothing_of_cookies_that_went_long_ago():
    found = last_fates("", "login start_request logout finish_request")
    assert (found.sent, found.withheld) == ((), ())


@settings(max_examples=60, deadline=None)
@given(plays(), st.sampled_from(POLICIES))
def test_the_explanation_agrees_with_what_happened(made_up: tuple[Design, tuple[Action, ...]], policy: BrowserPolicy):
    design, actions = made_up
    for exchange in play(design, actions, policy).exchanges:
        send, request = exchange.send, exchange.request
        if send is None or request is None or send.bare:
            continue
        found = fates(exchange, design)
        if not had_waited(exchange):
            assert [(cookie.name, cookie.value) for cookie in found.sent] == list(request.cookies)
        kept = {(cookie.name, cookie.value) for cookie in exchange.after.device(send.device).jar}
        for taken in found.stored[-1:]:
            there = (taken.cookie.name, taken.cookie.value) in kept
            cleared = "Clear-Site-Data" in dict(exchange.response.headers if exchange.response else ())
            assert there == (taken.effect in ("added", "replaced")) or cleared


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.name)
def test_a_nameless_cookie_is_stored_in_the_fates_if_it_is_in_the_jar(policy: BrowserPolicy):
    done = play(SEED_LAB, map(parse_action, ("attacker:login", "plant_cookie=nameless")), policy)
    kept = any(cookie.name == "" for cookie in done.end.device("victim").jar)
    found = fates(done.exchanges[-1], SEED_LAB)
    assert (len(found.stored), len(found.refused)) == ((1, 0) if kept else (0, 1))
