"""The playbook of the tests: what it compares, and how it fails."""

from __future__ import annotations

import pytest

from sessionlab.world.state import World
from tests.playbook import follow, played, under


def test_a_play_that_goes_as_written_answers_with_the_world_at_its_end():
    world = follow("login → 200 marko (password_checked); jar: session_id; store: marko")
    assert isinstance(world, World)
    assert world == played("login")


@pytest.mark.parametrize(
    ("wrong", "seen"),
    [
        ("401 marko", "200 marko"),
        ("200 nobody", "200 marko"),
        ("200 marko (guessed)", "200 marko (password_checked)"),
        ("200 marko; jar:", "jar: session_id"),
        ("200 marko; store: marko marko", "store: marko"),
        ("200 marko; known: 1", "known: 0"),
        ("200 marko; asks: LookUp", "asks: CheckPassword"),
        ("refused no_page", "200 marko"),
        ("done", "200 marko"),
        ("waits", "200 marko"),
    ],
)
def test_a_play_that_goes_otherwise_shows_both(wrong: str, seen: str):
    with pytest.raises(AssertionError) as failure:
        follow(f"login → {wrong}")
    assert "- login" in str(failure.value)
    assert "+ login" in str(failure.value)
    assert seen in str(failure.value)


def test_what_is_not_said_is_not_compared():
    follow("login →\n me →")


def test_an_action_that_makes_no_sense_cannot_be_part_of_the_past():
    with pytest.raises(AssertionError, match="nothing_known"):
        played("replay")


def test_switches_bring_what_they_imply():
    """Vocabulary, `implied_values` and `impossible`."""
    assert under(session_type="jwt").session_store == "none"
    assert under(session_type="jwt", credential_transport="custom_header").client_storage == "local_storage"
    assert under() == under(session_type="server_session")
