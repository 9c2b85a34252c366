"""The server's steps in words."""

from __future__ import annotations

import typing

from hypothesis import given, settings

from sessionlab.design.design import Design
from sessionlab.engine.steps import Step
from sessionlab.render.pen import pen_for
from sessionlab.render.steps import TELLERS, told
from sessionlab.world.action import Action
from sessionlab.world.play import play
from tests.agreement.plays import plays
from tests.render.plays import last


def codes(choices: str, actions: str) -> list[str]:
    return [step.code for step in last(choices, actions).steps]


def test_every_kind_of_step_has_its_teller():
    assert set(TELLERS) == set(typing.get_args(Step))


def test_a_session_id_is_looked_up_and_a_token_verified():
    assert codes("", "login me") == ["look_up.found", "now.read", "touch.done"]
    assert codes("session_type=jwt", "login me") == ["verify.genuine", "now.read"]


def test_a_token_costs_no_look_up():
    assert last("", "login me").look_ups == 1
    assert last("session_type=jwt", "login me").look_ups == 0
    assert last("session_type=jwt", "login").look_ups == 0
    assert last("session_type=encrypted_cookie", "login me").look_ups == 0


def test_a_denylist_costs_the_look_up_that_a_token_saves():
    assert last("session_type=jwt token_revocation=denylist", "login me").look_ups == 1
    assert last("session_type=jwt token_revocation=token_version", "login me").look_ups == 1


def test_a_step_names_the_credentials_that_it_is_about():
    assert last("", "login me").steps[0].tokens == ("t1",)


@settings(max_examples=50, deadline=None)
@given(plays())
def test_every_step_has_a_sentence(made_up: tuple[Design, tuple[Action, ...]]):
    design, actions = made_up
    done = play(design, actions)
    pen = pen_for(done)
    for exchange in done.exchanges:
        found = told(exchange.steps, pen)
        assert all(one.text.endswith((".", ":")) or "→" in one.text for one in found)
