"""Key supplied in the header (jwk/jku/x5u)."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="jwt_header_key",
    name="Key supplied in the header (jwk/jku/x5u)",
    kind="attack",
    family="forge",
    capability="own_credential",
    actions=recipe("forge=key_in_header", "replay", "replay"),
    goal=attacker_is_the_victim,
    success="me says V",
    weakness="CWE-345/347",
    test_guide="WSTG-SESS-01/10",
    source="ASVS 9.1.3; CVE-2018-0114",
)
