"""Stale role claim."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import admin_action_done

ATTACK = Attack(
    id="stale_role_after_demotion",
    name="Stale role claim",
    kind="attack",
    family="staleness",
    capability="own_credential",
    actions=recipe("change_role=admin", "login", "wait=5", "change_role=user", "action=admin", "action=admin"),
    goal=admin_action_done,
    success="action done",
    weakness="CWE-613",
    test_guide="WSTG-SESS-06/07",
    source="(definition)",
)
