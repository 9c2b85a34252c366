"""JWT assertion replay."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="jwt_assertion_replay",
    name="JWT assertion replay",
    kind="attack",
    family="machine",
    capability="copied_credential",
    actions=recipe("login", "wait=5", "me", "observe_network=one_request", "replay", "replay"),
    goal=attacker_is_the_victim,
    success="E gets an access token",
    weakness="CWE-294",
    test_guide="ASVS 4.1.5",
    source="RFC 7523 (memory)",
)
