"""Audience confusion."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="jwt_audience_confusion",
    name="Audience confusion",
    kind="attack",
    family="forge",
    capability="other_service",
    actions=recipe("login=other_service", "wait=5", "replay", "replay"),
    goal=attacker_is_the_victim,
    success="me says V to E",
    weakness="CWE-345/347",
    test_guide="WSTG-SESS-01/10",
    source="ASVS 9.2.3/9.2.4",
)
