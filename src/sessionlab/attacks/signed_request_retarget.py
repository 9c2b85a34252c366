"""Signature moved to another target."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import done_as_the_victim

ATTACK = Attack(
    id="signed_request_retarget",
    name="Signature moved to another target",
    kind="attack",
    family="machine",
    capability="network_attacker",
    actions=recipe("login", "wait=5", "logout=through_attacker", "logout=through_attacker"),
    goal=done_as_the_victim,
    success="altered action done",
    weakness="CWE-294",
    test_guide="ASVS 4.1.5",
    source="RFC 9421 7.2.1",
)
