"""What a registered key stands for."""

from __future__ import annotations

from sessionlab.engine.machine.record import known_by, of_key
from sessionlab.engine.steps import KeyState
from sessionlab.servers.state import VICTIM
from sessionlab.tokens.machine import ApiKey
from tests.engine.driving import plain, result

KNOWN = KeyState(ApiKey(1), VICTIM, 50)


def test_a_key_stands_for_its_user_since_it_was_registered():
    record = of_key(KNOWN)
    assert (record.user, record.created, record.seen) == (VICTIM, 50, 50)


def test_the_server_believes_in_the_user_of_the_key_on_the_ground_that_is_given():
    found = result(known_by(KNOWN, "registered_key", ApiKey(1), plain()))
    assert (found.user, found.ground, found.credential) == (VICTIM, "registered_key", ApiKey(1))
