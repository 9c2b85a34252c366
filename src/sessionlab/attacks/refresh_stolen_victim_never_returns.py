"""Stolen refresh token, victim offline."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_got_an_access_token

ATTACK = Attack(
    id="refresh_stolen_victim_never_returns",
    name="Stolen refresh token, victim offline",
    kind="attack",
    family="refresh",
    capability="copied_credential",
    actions=recipe("login", "wait=5", "copy_credential=refresh", "attacker:refresh", "wait=3600", "attacker:refresh"),
    goal=attacker_got_an_access_token,
    success="E still refreshes",
    weakness="CWE-613",
    test_guide="ASVS 10.4.5",
    source="RFC 9700 4.14.2; ASVS 10.4.5; BBA",
)
