"""Refresh token after logout."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_got_an_access_token

ATTACK = Attack(
    id="replay_refresh_after_logout",
    name="Refresh token after logout",
    kind="attack",
    family="staleness",
    capability="copied_credential",
    actions=recipe("login", "wait=5", "copy_credential=refresh", "logout", "attacker:refresh"),
    goal=attacker_got_an_access_token,
    success="E gets an access token",
    weakness="CWE-613",
    test_guide="WSTG-SESS-06/07",
    source="RFC 9700 4.14.2; RFC 7009",
)
