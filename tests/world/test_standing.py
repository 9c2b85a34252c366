"""Every way in which the victim's browser and the server can stand to each other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from sessionlab.cookies.policy import policy_named
from sessionlab.design.choices import read_choices
from sessionlab.design.design import Design
from sessionlab.design.space import FIRST_SCREEN, design_from
from sessionlab.world.action import Action
from sessionlab.world.asking import Beliefs
from sessionlab.world.play import play
from sessionlab.world.standing import ELSEWHERE, HERE, STANDINGS, Standing, standing
from sessionlab.world.verbs import parse_action
from tests.agreement.plays import plays

BY_SCRIPT = "credential_transport=authorization_header client_storage=local_storage"
EXAMPLES = {
    # The lesson's five.
    "neither": ("", "visit"),
    "matching": ("", "login"),
    "stale": ("clear_client_on_logout=false", "login logout"),
    "neither+copied": ("session_type=jwt", "login copy_credential logout"),
    "token": ("session_type=jwt", "login"),
    # And the others.
    "login_did_not_stick": ("secure=false same_site=none", "login"),
    "record_nobody_holds": ("secure=false same_site=none", "login me"),
    "anonymous": ("session_created=at_visit", "visit"),
    "anonymous_state": ("session_type=signed_cookie session_created=at_visit", "visit"),
    "planted": ("", "plant_cookie"),
    "matching_in_storage": (BY_SCRIPT, "login"),
    "token_in_storage": (f"session_type=jwt {BY_SCRIPT}", "login"),
    "state_in_cookie": ("session_type=encrypted_cookie", "login"),
    "somebody_elses": ("", "attacker:login plant_cookie"),
    "contested": ("", "login plant_cookie"),
    "expired": ("idle_timeout=server_side", "login wait=1800"),
    "denied": ("session_type=jwt token_revocation=denylist clear_client_on_logout=false", "login logout"),
    "account_refuses": ("user_data_source=user_record", "login disable_account"),
    "unreadable": ("sign_session_id=true", "plant_cookie=invented"),
    "remembered": ("remember_me=stored_token", "login=remember close_browser"),
    "bound_elsewhere": ("sender_constraint=ip_address", "attacker:login plant_cookie"),
    # Programs.
    "at_issuer": ("session_type=opaque_token", "login"),
    "key_shown": ("session_type=api_key", "login"),
    "key_signs": ("session_type=signed_request", "login"),
    "certified": ("session_type=client_certificate", "login"),
    "key_unknown": ("session_type=api_key", "login revoke_credential"),
    "not_carried": ("session_type=jwt credential_transport=tls_handshake client_storage=file", "login"),
    # Somebody else counts too.
    "matching+copied": ("", "login copy_credential"),
    "matching+other_device": ("", "device2:login login"),
    "neither+other_device": ("", "device2:login"),
    "stale+other_device": ("clear_client_on_logout=false", "device2:login login logout"),
}


def stands(choices: str, actions: str, policy: str = "chromium-156") -> Standing:
    design = design_from(read_choices(choices.split()), FIRST_SCREEN)
    done = play(design, map(parse_action, actions.split()), policy_named(policy))
    return standing(done.end, Beliefs(design))


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_play_leads_to_the_state(code: str):
    assert stands(*EXAMPLES[code]).code == code


def test_a_browser_may_hold_what_it_does_not_send():
    # RFC 6265 lets a plain response set a Secure cookie, and then holds it back.
    assert stands("tls=http_only", "login", "rfc6265").code == "not_sent"


def test_every_side_has_an_example():
    shown = {*EXAMPLES, "not_sent"}
    assert {code.partition("+")[0] for code in shown} == set(HERE)
    assert {code.partition("+")[2] or "alone" for code in shown} == set(ELSEWHERE)


def test_no_two_states_have_one_name():
    assert len({each.code for each in STANDINGS}) == len(STANDINGS)


@settings(max_examples=60, deadline=None)
@given(plays())
def test_every_world_stands_in_exactly_one_of_them(made_up: tuple[Design, tuple[Action, ...]]):
    design, actions = made_up
    for exchange in play(design, actions).exchanges:
        assert standing(exchange.after, Beliefs(design)) in STANDINGS
