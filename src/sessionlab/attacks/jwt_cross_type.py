"""Cross-JWT confusion."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="jwt_cross_type",
    name="Cross-JWT confusion",
    kind="attack",
    family="forge",
    capability="own_credential",
    actions=recipe("login", "wait=5", "copy_credential=id_token", "replay", "replay"),
    goal=attacker_is_the_victim,
    success="me says V to E",
    weakness="CWE-345/347",
    test_guide="WSTG-SESS-01/10",
    source="ASVS 9.2.2; RFC 8725 3.11",
)
