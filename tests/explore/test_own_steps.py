"""The rightful user's own steps are taken to succeed."""

from __future__ import annotations

import pytest

from sessionlab.attacks import attack_named
from sessionlab.attacks.attack import recipe
from sessionlab.explore.own_steps import LOGIN_STICKS, OWN_ACTION_IS_DONE, play_out, presumed, split_tries, succeeded
from sessionlab.world.apply import apply
from sessionlab.world.state import World
from sessionlab.world.verbs import parse_action
from tests.playbook import under


def after(action: str, **switches: object) -> bool:
    """Did this step succeed, done after a login?"""
    design = under(**switches)
    world = World()
    for text in ("login", action):
        world = apply(world, parse_action(text), design).world
    return succeeded(world, parse_action(action))


@pytest.mark.parametrize("action", ["login", "me", "logout", "action", "change_password"])
def test_a_step_that_the_server_did_has_succeeded(action: str) -> None:
    assert after(action)


def test_a_login_that_leaves_no_credential_has_not_succeeded() -> None:
    assert not after("login", secure=True, tls="http_only")


def test_a_logout_that_no_session_came_with_has_not_succeeded() -> None:
    assert not after("logout", cookie_path="narrow")


def test_a_step_that_the_server_refused_has_not_succeeded() -> None:
    header = {"credential_transport": "authorization_header", "client_storage": "file"}
    assert after("action", client_type="cli", **header)
    assert not after("action", client_type="cli", csrf_defence="origin_check", **header)


@pytest.mark.parametrize("action", ["attacker:me", "replay", "restart", "wait=5", "login=as_victim"])
def test_steps_of_attackers_and_operators_need_not_succeed(action: str) -> None:
    assert after(action, secure=True, tls="http_only")


def test_the_last_action_and_its_repetitions_are_the_tries() -> None:
    assert split_tries(recipe("login", "replay", "replay")) == (recipe("login"), recipe("replay", "replay"))
    assert split_tries(recipe("login", "me")) == (recipe("login"), recipe("me"))


def test_an_attack_presumes_that_a_login_sticks_and_one_on_deeds_that_they_can_be_done() -> None:
    assert presumed(attack_named("replay_after_logout")) == (LOGIN_STICKS,)
    assert presumed(attack_named("script_rides_session")) == (LOGIN_STICKS, OWN_ACTION_IS_DONE)
    assert presumed(attack_named("works_login_sticks")) == ()


def test_the_question_does_not_arise_where_nobody_can_log_in() -> None:
    attack = attack_named("replay_after_logout")
    assert play_out(attack, under(secure=True, tls="http_only")) is None
    assert play_out(attack, under()) is False
    assert play_out(attack, under(invalidate_on_logout=False)) is True


def test_who_is_refused_by_one_instance_tries_the_other() -> None:
    apart = {"app_instances": "two", "store_scope": "per_instance", "load_balancing": "round_robin"}
    assert play_out(attack_named("script_reads_cookie"), under(http_only=False, **apart)) is True


def test_a_login_that_asks_to_be_remembered_has_succeeded_only_if_the_client_keeps_that_cookie() -> None:
    attack = attack_named("remember_me_after_password_change")
    assert play_out(attack, under(remember_me="signed_static")) is True
    program = {"client_type": "mobile_app", "credential_transport": "authorization_header"}
    assert play_out(attack, under(remember_me="signed_static", client_storage="local_storage", **program)) is None


def test_a_link_out_of_the_page_cannot_be_followed_where_there_is_no_page() -> None:
    leaks = {"credential_transport": "url_query", "client_storage": "local_storage", "referrer_policy": "unsafe_url"}
    attack = attack_named("url_credential_in_referer")
    assert play_out(attack, under(**leaks)) is True
    assert play_out(attack, under(client_type="mobile_app", **leaks)) is None
