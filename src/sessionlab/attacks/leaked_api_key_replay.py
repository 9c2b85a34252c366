"""Leaked API key."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="leaked_api_key_replay",
    name="Leaked API key",
    kind="attack",
    family="machine",
    capability="copied_credential",
    actions=recipe("login", "wait=5", "copy_credential", "replay", "replay"),
    goal=attacker_is_the_victim,
    success="me says V to E",
    weakness="CWE-294",
    test_guide="ASVS 4.1.5",
    source="(definition); ASVS 13.3.4",
)
