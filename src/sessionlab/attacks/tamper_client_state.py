"""Tamper with client-side state."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_somebody_else

ATTACK = Attack(
    id="tamper_client_state",
    name="Tamper with client-side state",
    kind="attack",
    family="forge",
    capability="own_credential",
    actions=recipe("attacker:login", "wait=5", "login", "wait=5", "alter=user", "replay", "replay"),
    goal=attacker_is_somebody_else,
    success="me says someone else",
    weakness="CWE-345/347",
    test_guide="WSTG-SESS-01/10",
    source="WSTG-SESS-01",
)
