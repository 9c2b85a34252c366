"""`/me`: identify this request (lesson, section 10)."""

from __future__ import annotations

from sessionlab.world.apply import apply
from sessionlab.world.verbs import parse_action
from tests.playbook import follow, played, under


def test_nobody_is_unauthorized():
    """RFC 9110 15.5.2."""
    follow("me → 401 nobody (no_credential); asks:")


def test_a_user_is_named_with_his_role():
    transition = apply(played("change_role=admin login"), parse_action("me"), under())
    response = transition.exchanges[-1].response
    assert response is not None
    assert response.details == ("marko@example.test", "admin")


def test_an_anonymous_session_is_nobody_too():
    follow("visit → 200 nobody\n me → 401 nobody (anonymous_session)", session_created="at_visit")
