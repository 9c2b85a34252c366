"""Stolen refresh token, thief first."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="refresh_stolen_used_first",
    name="Stolen refresh token, thief first",
    kind="attack",
    family="refresh",
    capability="copied_credential",
    actions=recipe("login", "wait=5", "copy_credential=refresh", "attacker:refresh", "replay", "replay"),
    goal=attacker_is_the_victim,
    success="me says V to E",
    weakness="CWE-613",
    test_guide="ASVS 10.4.5",
    source="RFC 9700 4.14.2; ASVS 10.4.5; BBA",
)
