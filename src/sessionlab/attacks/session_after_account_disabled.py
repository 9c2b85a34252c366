"""Disabled account keeps working."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import browser_is_the_victim

ATTACK = Attack(
    id="session_after_account_disabled",
    name="Disabled account keeps working",
    kind="attack",
    family="staleness",
    capability="own_credential",
    actions=recipe("login", "wait=5", "disable_account", "me", "me"),
    goal=browser_is_the_victim,
    success="me says V",
    weakness="CWE-613",
    test_guide="WSTG-SESS-06/07",
    source="ASVS 7.4.2",
)
