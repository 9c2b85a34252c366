"""Credential in application log."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="credential_in_application_log",
    name="Credential in application log",
    kind="attack",
    family="theft",
    capability="log_reader",
    actions=recipe("login", "wait=5", "me", "read_log=headers", "replay", "replay"),
    goal=attacker_is_the_victim,
    success="me says V to E",
    weakness="CWE-200/522",
    test_guide="WSTG-SESS-02/04/09",
    source="ASVS 16.2.5; DBSC explainer",
)
