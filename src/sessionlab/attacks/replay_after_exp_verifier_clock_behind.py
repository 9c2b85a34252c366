"""Expired token, slow clock."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="replay_after_exp_verifier_clock_behind",
    name="Expired token, slow clock",
    kind="attack",
    family="staleness",
    capability="copied_credential",
    actions=recipe(
        "login",
        "wait=5",
        "copy_credential",
        "wait_past=token_expiry",
        "slow_clock=120",
        "replay",
        "replay",
    ),
    goal=attacker_is_the_victim,
    success="me says V to E",
    weakness="CWE-613",
    test_guide="WSTG-SESS-06/07",
    source="(definition)",
)
