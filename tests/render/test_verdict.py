"""The last sentence of a play."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from sessionlab.design.design import Design
from sessionlab.render.trace import trace
from sessionlab.world.action import Action
from sessionlab.world.play import play
from tests.agreement.plays import plays
from tests.render.plays import told


def test_the_story_ends_well_and_says_what_decided_it():
    verdict = told().verdict
    assert (verdict.who, verdict.why, verdict.ended_in, verdict.ended_by) == ("nobody", "ended", 5, "delete.done")
    assert "in step 5 the server deleted the record" in verdict.text


def test_a_token_outlives_the_logout_and_the_reason_is_told():
    verdict = told("session_type=jwt").verdict
    assert (verdict.who, verdict.why, verdict.ground) == ("attacker_only", "stands", "verified_claims")
    assert "good until 11:00:00" in verdict.text


def test_a_token_without_an_end_is_told_of_as_such():
    assert "it never ends" in told("session_type=jwt access_token_lifetime=unlimited").verdict.text


@pytest.mark.parametrize(
    ("choices", "actions", "says"),
    [
        ("invalidate_on_logout=false", "login copy_credential logout", "still in the session store"),
        ("session_type=signed_cookie", "login copy_credential logout", "is the session itself"),
        ("session_type=jwt token_revocation=denylist", "login copy_credential logout", "denylist"),
        ("session_type=jwt", "login copy_credential wait=3600", "time"),
        ("", "login copy_credential restart", "only in its memory"),
        ("", "plant_cookie", "was never good"),
        ("", "login", "Nobody ever got hold"),
        ("logout_scope=all_sessions", "login copy_credential device2:login device2:logout", "deleted all sessions"),
        ("account_disable_revokes=true", "login copy_credential disable_account", "the account was disabled"),
    ],
)
def test_what_decided_it_is_said(choices: str, actions: str, says: str):
    assert says in told(choices, actions).verdict.text


def test_everybody_is_tried_out():
    tries = told().verdict.tries
    assert [(one.who, one.by_copy) for one in tries] == [
        ("victim", False),
        ("device2", False),
        ("attacker", False),
        ("attacker", True),
    ]


@settings(max_examples=40, deadline=None)
@given(plays())
def test_every_play_has_a_verdict(made_up: tuple[Design, tuple[Action, ...]]):
    assert trace(play(*made_up)).verdict.text
