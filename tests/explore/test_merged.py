"""One recipe on every design at once, with equal worlds united."""

from __future__ import annotations

import random

import pytest

from sessionlab.attacks.goals import attacker_is_the_victim
from sessionlab.design.design import Design
from sessionlab.explore.merged import Explorer
from sessionlab.explore.recipes import Recipe
from sessionlab.explore.sets import EMPTY
from sessionlab.explore.universe import design_sets, universe
from sessionlab.servers.state import ATTACKER, VICTIM
from sessionlab.world.apply import apply
from sessionlab.world.state import World
from sessionlab.world.verbs import parse_action

SETS = design_sets()


def last_user(user: str | None):
    """The browser was answered as this user."""
    return lambda world: world.last is not None and not world.last.bare and world.last.user == user


def deed_done(world: World) -> bool:
    return any(deed.user == VICTIM for deed in world.server.deeds)


def recipe(actions: str, goal) -> Recipe:
    return Recipe("play", tuple(parse_action(one) for one in actions.split()), goal, "a test")


FAST = ("login me", "login visit=sibling replay", "login close_browser me", "cross_site_request=form_post:/login me")
"""The others ask so many switches that they take seconds."""

PLAYS = (
    ("login me", last_user(VICTIM)),
    ("login visit=sibling replay", attacker_is_the_victim),
    ("attacker:login login plant_cookie=subdomain me", last_user(ATTACKER)),
    ("attacker:visit copy_credential=attacker visit=link_with_id login replay", attacker_is_the_victim),
    ("login cross_site_request=form_post", deed_done),
    ("login subdomain_request=fetch", deed_done),
    ("attacker:visit subdomain_request=form_post:/login me", last_user(ATTACKER)),
    ("login copy_credential start_request=read logout finish_request replay", attacker_is_the_victim),
    ("login start_request=write logout finish_request me", last_user(VICTIM)),
    ("attacker:visit visit run_script=set_cookie login replay", attacker_is_the_victim),
    ("login attacker:login copy_credential=attacker alter=user replay", attacker_is_the_victim),
    ("login wait=1800 me", last_user(VICTIM)),
    ("login copy_credential change_password replay", attacker_is_the_victim),
    ("login close_browser me", last_user(VICTIM)),
    ("login cross_site_request=img:/logout me", last_user(None)),
    ("cross_site_request=form_post:/login me", last_user(ATTACKER)),
)


@pytest.fixture(scope="module")
def explorer() -> Explorer:
    return Explorer(SETS, universe(SETS))


@pytest.mark.parametrize(
    ("actions", "goal"),
    [pytest.param(*play, id=play[0], marks=() if play[0] in FAST else pytest.mark.slow) for play in PLAYS],
)
def test_every_design_gets_the_answer_of_its_own_play(explorer: Explorer, actions: str, goal):
    """Exact, and in agreement with the plain `apply`, for plays through every part of the engine."""
    asked = recipe(actions, goal)
    answer = explorer.ask(asked)
    assert SETS.both(answer.yes, answer.no) == EMPTY
    assert SETS.either(answer.yes, answer.no) == explorer.universe
    chooser = random.Random(3)
    for part in (answer.yes, answer.no, explorer.universe):
        for _ in range(15 if part != EMPTY else 0):
            design = Design(**SETS.sample(part, chooser))  # type: ignore[arg-type]
            world = World()
            for action in asked.actions:
                world = apply(world, action, design).world
            assert goal(world) == SETS.has(answer.yes, design), design


def test_a_goal_that_is_always_reached_is_reached_by_all(explorer: Explorer):
    answer = explorer.ask(recipe("visit", lambda world: True))
    assert (answer.yes, answer.no) == (explorer.universe, EMPTY)
    assert explorer.deciding(answer) == frozenset()


def test_a_narrower_universe_asks_about_its_own_designs():
    narrow = Explorer(SETS, universe(SETS, {"session_type": ("jwt",)}))
    answer = narrow.ask(recipe("login me", last_user(VICTIM)))
    assert SETS.either(answer.yes, answer.no) == narrow.universe


@pytest.mark.slow
def test_a_play_can_begin_in_another_world(explorer: Explorer):
    design = Design()
    start = apply(World(), parse_action("login"), design).world
    answer = explorer.ask(recipe("copy_credential replay", attacker_is_the_victim), start)
    assert SETS.has(answer.yes, design)
