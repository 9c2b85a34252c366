"""Slow requests: load, wait, answer."""

from __future__ import annotations

import pytest

from tests.playbook import follow, played


@pytest.mark.parametrize(("kind", "items"), [("write", 1), ("read", 0)])
def test_the_session_is_changed_by_a_write_alone(kind: str, items: int):
    world = played(f"login start_request={kind} finish_request")
    assert world.server.sessions[0][1].items == items


def test_a_slow_request_saves_the_session_as_it_was_loaded():
    """README of the model: the race that all the `inflight_*` observations are about."""
    world = played("login start_request=write visit=/cart visit=/cart finish_request")
    assert world.server.sessions[0][1].items == 1


def test_nobody_waits_for_nothing():
    follow("login → 200 marko\n restart → done\n start_request → 401 nobody (unknown_session_id)")


def test_it_waits_in_the_middle():
    follow(
        """
        login          → 200 marko
        start_request  → waits; asks: LookUp Now Touch Pause
        finish_request → 200 marko; asks: LookUp Now Touch Pause Update; notes: goes_on_after_pause
        """
    )
