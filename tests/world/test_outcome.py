"""Who can still act as the user after a play, tried out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from sessionlab.design.choices import read_choices
from sessionlab.design.design import Design
from sessionlab.design.space import FIRST_SCREEN, design_from
from sessionlab.world.action import Action
from sessionlab.world.outcome import Outcome, outcome
from sessionlab.world.play import play
from sessionlab.world.verbs import parse_action
from tests.agreement.plays import plays


def ended(choices: str, actions: str) -> Outcome:
    design = design_from(read_choices(choices.split()), FIRST_SCREEN)
    return outcome(play(design, map(parse_action, actions.split())))


@pytest.mark.parametrize(
    ("choices", "actions", "who", "why"),
    [
        ("", "login", "user_only", "no_copy"),
        ("", "login copy_credential", "both", "stands"),
        ("", "login copy_credential logout", "nobody", "ended"),
        ("session_type=jwt", "login copy_credential logout", "attacker_only", "stands"),
        ("invalidate_on_logout=false", "login copy_credential logout", "attacker_only", "stands"),
        ("", "plant_cookie", "nobody", "never"),
        ("rotate_after_login=false", "plant_cookie login", "both", "stands"),
        ("", "device2:login", "user_only", "no_copy"),
    ],
)
def test_a_play_ends_like_this(choices: str, actions: str, who: str, why: str):
    found = ended(choices, actions)
    assert (found.who, found.why) == (who, why)


@pytest.mark.parametrize(
    ("choices", "actions", "place", "step"),
    [
        ("", "login copy_credential logout me", 3, "Delete"),
        ("session_type=jwt token_revocation=denylist", "login copy_credential logout", 3, "Deny"),
        ("session_type=jwt token_revocation=token_version", "login copy_credential logout", 3, "ChangeAccount"),
        ("logout_deletes=identity_only", "login copy_credential logout", 3, "Update"),
        ("session_type=jwt", "login copy_credential wait=3600", 3, None),
        ("", "login copy_credential restart", 3, None),
    ],
)
def test_what_ended_a_copy_is_found(choices: str, actions: str, place: int, step: str | None):
    ending = ended(choices, "visit " + actions).ending
    assert ending is not None
    assert (ending.place, type(ending.step).__name__ if ending.step else None) == (place, step)


@settings(max_examples=40, deadline=None)
@given(plays())
def test_whoever_succeeds_is_among_the_trials(made_up: tuple[Design, tuple[Action, ...]]):
    design, actions = made_up
    found = outcome(play(design, actions))
    attacker = any(trial.succeeds and trial.who == "attacker" for trial in found.trials)
    assert attacker == (found.who in ("both", "attacker_only"))
    assert (found.why == "stands") == (found.decisive is not None and found.decisive.succeeds)
