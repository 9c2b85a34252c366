"""RS/ES public key as HMAC secret."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="jwt_key_confusion",
    name="RS/ES public key as HMAC secret",
    kind="attack",
    family="forge",
    capability="own_credential",
    actions=recipe("forge=public_key_as_secret", "replay", "replay"),
    goal=attacker_is_the_victim,
    success="me says V",
    weakness="CWE-345/347",
    test_guide="WSTG-SESS-01/10",
    source="RFC 8725 2.1",
)
