"""Unsigned body."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import done_twice_as_the_victim

ATTACK = Attack(
    id="signed_request_body_tamper",
    name="Unsigned body",
    kind="attack",
    family="machine",
    capability="network_attacker",
    actions=recipe(
        "login", "wait=5", "action", "observe_network=one_request", "replay=altered_body", "replay=altered_body"
    ),
    goal=done_twice_as_the_victim,
    success="altered action done",
    weakness="CWE-294",
    test_guide="ASVS 4.1.5",
    source="RFC 9421 7.2.8",
)
