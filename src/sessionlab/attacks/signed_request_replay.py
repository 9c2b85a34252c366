"""Replay of a signed request."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import done_twice_as_the_victim

ATTACK = Attack(
    id="signed_request_replay",
    name="Replay of a signed request",
    kind="attack",
    family="machine",
    capability="network_attacker",
    actions=recipe(
        "login",
        "wait=5",
        "action",
        "observe_network=one_request",
        "replay=same_bytes",
        "wait=90",
        "replay=same_bytes",
        "replay=same_bytes",
    ),
    goal=done_twice_as_the_victim,
    success="action done twice",
    weakness="CWE-294",
    test_guide="ASVS 4.1.5",
    source="RFC 9421 7.2.2",
)
