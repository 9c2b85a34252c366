"""Asking the server changes nothing, and says the same as a real request."""

from __future__ import annotations

from hypothesis import given, settings

from sessionlab.design.design import Design
from sessionlab.design.space import SEED_LAB
from sessionlab.tokens.terms import RefreshToken
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.asking import answered_to_browser, answered_to_copy, belief_about
from sessionlab.world.play import play
from sessionlab.world.verbs import parse_action
from tests.agreement.plays import plays


def test_nothing_presented_is_nobody():
    assert belief_about(None, play(SEED_LAB, ()).end, SEED_LAB).user is None


def test_the_browser_that_logged_in_is_known_and_another_is_not():
    end = play(SEED_LAB, [parse_action("login")]).end
    assert answered_to_browser("victim", end, SEED_LAB).user == "marko@example.test"
    assert answered_to_browser("attacker", end, SEED_LAB).user is None


def test_a_server_that_nobody_reaches_believes_nobody():
    design = replace(SEED_LAB, tls="http_only")
    end = play(design, [parse_action("login")]).end
    closed = replace(SEED_LAB, tls="https_only")
    assert answered_to_browser("victim", end, closed).user is None


@settings(max_examples=60, deadline=None)
@given(plays())
def test_asking_by_the_logic_alone_and_by_a_replay_is_the_same(made_up: tuple[Design, tuple[Action, ...]]):
    design, actions = made_up
    end = play(design, actions).end
    # A refresh token is never shown to the application: a replay exchanges it first.
    for value in (one for one in end.known if not isinstance(one, RefreshToken)):
        assert belief_about(value, end, design) == answered_to_copy(value, end, design)
