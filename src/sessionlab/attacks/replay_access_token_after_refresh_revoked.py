"""Taking back a refresh token leaves the access token alive."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="replay_access_token_after_refresh_revoked",
    name="Access token outlives refresh revocation",
    kind="attack",
    family="staleness",
    capability="copied_credential",
    actions=recipe("login", "wait=5", "copy_credential", "revoke_credential=refresh", "replay", "replay"),
    goal=attacker_is_the_victim,
    success="me says V to E",
    weakness="CWE-613",
    test_guide="WSTG-SESS-06/07",
    source="(definition)",
)
