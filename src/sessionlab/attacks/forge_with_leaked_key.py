"""Signing key leak."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="forge_with_leaked_key",
    name="Signing key leak",
    kind="attack",
    family="forge",
    capability="key_reader",
    actions=recipe("forge=leaked_key", "replay", "replay"),
    goal=attacker_is_the_victim,
    success="me says V",
    weakness="CWE-345/347",
    test_guide="WSTG-SESS-01/10",
    source="(definition)",
)
