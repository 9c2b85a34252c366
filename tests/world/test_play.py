"""A play: actions one after the other, and nothing else."""

from __future__ import annotations

from hypothesis import given, settings

from sessionlab.cookies.policy import policy_named
from sessionlab.design.design import Design
from sessionlab.design.environment import Environment
from sessionlab.design.space import FIRST_SCREEN
from sessionlab.world.action import Action
from sessionlab.world.play import STORY, play
from sessionlab.world.verbs import parse_action
from tests.agreement.plays import plays


def test_the_story_has_an_exchange_for_each_action():
    assert len(play(FIRST_SCREEN, map(parse_action, STORY)).exchanges) == len(STORY)


def test_the_settings_of_the_environment_beat_the_policy():
    done = play(FIRST_SCREEN, (), policy_named("strict-spec"), environment=Environment(third_party_cookies="blocked"))
    assert done.end.policy.third_party_cookies == "blocked"
    assert done.end.policy.name == "strict-spec"


def test_a_name_that_nobody_can_answer_for_is_out_of_reach():
    done = play(FIRST_SCREEN, (), environment=Environment(plaintext_reachable=False))
    assert not done.end.plaintext_reachable


@settings(max_examples=60, deadline=None)
@given(plays())
def test_the_same_play_gives_the_same_worlds(made_up: tuple[Design, tuple[Action, ...]]):
    design, actions = made_up
    assert play(design, actions) == play(design, actions)


@settings(max_examples=60, deadline=None)
@given(plays())
def test_a_refused_action_changes_nothing(made_up: tuple[Design, tuple[Action, ...]]):
    design, actions = made_up
    before = play(design, ()).start
    for transition in play(design, actions).transitions:
        if transition.refusal is not None:
            assert transition.world == before
            assert transition.exchanges == ()
        before = transition.world
