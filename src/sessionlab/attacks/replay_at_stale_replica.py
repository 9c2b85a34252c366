"""Stale replica after logout."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="replay_at_stale_replica",
    name="Stale replica after logout",
    kind="attack",
    family="cluster",
    capability="copied_credential",
    actions=recipe("login", "wait=5", "copy_credential", "logout", "replay", "replay"),
    goal=attacker_is_the_victim,
    success="me says V to E",
    weakness="CWE-613",
    test_guide="ASVS 7.4.1",
    source="(definition)",
)
