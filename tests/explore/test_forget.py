"""What no later action can use is forgotten, and nothing else."""

from __future__ import annotations

import random

import pytest

from sessionlab.browser.device import Device
from sessionlab.browser.outgoing import FromPage
from sessionlab.design.design import Design
from sessionlab.explore.forget import devices_used, forget, unwatch
from sessionlab.explore.universe import design_sets, universe
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.apply import apply
from sessionlab.world.state import World
from sessionlab.world.verbs import parse_action
from tests.playbook import played

SETS = design_sets()
ALL = universe(SETS)
PLAYS = (
    "login copy_credential logout replay",
    "attacker:visit attacker:visit=/cart plant_cookie=subdomain login replay",
    "login device2:login logout device2:me",
    "login wait=1800 copy_credential replay",
    "attacker:login login plant_cookie=subdomain me",
    "login force_plaintext observe_network replay",
    "login run_script=read replay",
    "login cross_site_request=link:/logout me",
    "attacker:login alter=user replay",
    "attacker:visit subdomain_request=form_post:/login me",
    "attacker:visit login subdomain_request=form_post",
    "login copy_credential=victim close_browser me",
    "login delete_cookie restore_cookie me",
    "login attacker:login edit_cookie=session_id.value:attacker me",
    "login attacker:login attacker:edit_cookie=session_id.value:victim attacker:me",
    "login delete_cookie=csrf_token action",
    "login edit_record=victim.user:mallory me",
    "login edit_record=1.authenticated:false me delete_record me",
    "attacker:login attacker:delete_cookie attacker:restore_cookie attacker:me",
    "login start_request=write logout finish_request me",
    "login cross_site_request=link:/ reload",
    "change_role=admin login change_role=user action=admin",
    "attacker:visit copy_credential=attacker visit=link_with_id login replay",
)


def actions(text: str) -> tuple[Action, ...]:
    return tuple(parse_action(one) for one in text.split())


@pytest.mark.parametrize(
    ("later", "used"),
    [
        ("me", {"victim"}),
        ("device2:me", {"device2"}),
        ("replay", set()),
        ("observe_network", set()),
        ("copy_credential", {"victim"}),
        ("copy_credential=device2", {"device2"}),
        ("plant_cookie", {"victim", "attacker"}),
        ("run_script=set_cookie", {"victim", "attacker"}),
        ("subdomain_request", {"victim", "attacker"}),
        ("alter", {"attacker"}),
        ("cross_site_request", {"victim"}),
        ("force_plaintext", {"victim"}),
        ("attacker:me", {"attacker"}),
        ("attacker:delete_cookie", {"attacker"}),
        ("edit_cookie=session_id.value:device2", {"victim", "device2"}),
        ("edit_cookie=session_id.value:abc", {"victim"}),
        ("revoke_credential", {"victim"}),
        ("delete_record", {"victim"}),
        ("edit_record=attacker.user:marko", {"attacker"}),
        ("edit_record=2.user:marko", set()),
    ],
)
def test_an_action_looks_at_these_browsers(later: str, used: set[str]):
    assert devices_used(actions(later)) == used


def test_browsers_that_nobody_looks_at_are_emptied():
    world = forget(played("login attacker:login"), actions("attacker:me"))
    assert world.device("victim") == Device("victim")
    assert world.device("attacker").jar


def test_what_was_overheard_is_kept_for_those_who_listen():
    world = played("login", tls="http_only", secure=False)
    assert forget(world, actions("me")).in_clear == ()
    assert forget(world, actions("observe_network")).in_clear == world.in_clear


def test_the_last_answer_is_for_the_goal_alone():
    world = played("login")
    assert forget(world, actions("me")).last is None
    assert forget(world, ()).last == world.last


def test_only_the_last_request_of_an_action_needs_no_watching():
    busy = replace(World(), agenda=(FromPage("victim", "/login"),))
    assert unwatch(busy, ()).unwatched == ()
    assert set(unwatch(World(), actions("me")).unwatched) == {"device2", "attacker"}


@pytest.mark.parametrize("text", PLAYS)
def test_a_play_ends_the_same_with_and_without_a_memory(text: str):
    chooser = random.Random(11)
    for _ in range(20):
        design = Design(**SETS.sample(ALL, chooser))  # type: ignore[arg-type]
        remembering = forgetting = World()
        play = actions(text)
        for place, action in enumerate(play):
            transition = apply(remembering, action, design)
            remembering = transition.world
            forgetting = forget(apply(forgetting, action, design).world, play[place + 1 :])
        assert remembering.known == forgetting.known, design
        if transition.refusal is None:
            assert remembering.last == forgetting.last, design
        assert remembering.server == forgetting.server
