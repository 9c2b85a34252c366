"""Stolen refresh token, victim refreshed first."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_got_an_access_token

ATTACK = Attack(
    id="refresh_stolen_used_after_victim",
    name="Stolen refresh token, victim refreshed first",
    kind="attack",
    family="refresh",
    capability="copied_credential",
    actions=recipe("login", "wait=5", "copy_credential=refresh", "refresh", "attacker:refresh"),
    goal=attacker_got_an_access_token,
    success="E gets an access token",
    weakness="CWE-613",
    test_guide="ASVS 10.4.5",
    source="RFC 9700 4.14.2; ASVS 10.4.5; BBA",
)
