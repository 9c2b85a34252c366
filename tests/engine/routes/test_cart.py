"""`/cart`: the first thing an anonymous visitor writes."""

from __future__ import annotations

import pytest

from sessionlab.world.apply import apply
from sessionlab.world.verbs import parse_action
from tests.playbook import follow, played, under


def test_writing_begins_a_session_where_the_design_says_so():
    """Presets of Django, Flask and express, `cookie_set`: at_first_write."""
    follow(
        "visit=/read → 200 nobody; jar:\n visit=/cart → 200 nobody; jar: session_id", session_created="at_first_write"
    )
    follow("visit=/cart → 200 nobody; jar:", session_created="at_login")


@pytest.mark.parametrize("rotates", [True, False])
def test_what_was_put_into_the_cart_survives_the_login(rotates: bool):
    """OWASP SMCS, "Renew the Session ID": the id changes, the session's content goes on."""
    world = played("visit=/cart visit=/cart login", session_created="at_first_write", rotate_after_login=rotates)
    assert [record.items for _, record in world.server.sessions if record.user] == [2]


def test_a_cart_in_the_cookie_is_in_the_cookie():
    world = played("visit=/cart visit=/cart", session_type="signed_cookie", session_created="at_first_write")
    assert world.device("victim").jar[0].value.record.items == 2
    assert world.server.sessions == ()


@pytest.mark.parametrize("path", ["/", "/read"])
def test_pages_tell_how_many_things_the_session_keeps(path: str):
    world = played("visit=/cart visit=/cart", session_created="at_first_write")
    response = (
        apply(world, parse_action(f"visit={path}"), under(session_created="at_first_write")).exchanges[-1].response
    )
    assert response is not None
    assert response.details == (None, 2)
