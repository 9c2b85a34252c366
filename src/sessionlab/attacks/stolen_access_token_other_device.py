"""Stolen bearer token used elsewhere."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="stolen_access_token_other_device",
    name="Stolen bearer token used elsewhere",
    kind="attack",
    family="theft",
    capability="copied_credential",
    actions=recipe("login", "wait=5", "copy_credential", "replay", "replay"),
    goal=attacker_is_the_victim,
    success="me says V to E",
    weakness="CWE-200/522",
    test_guide="WSTG-SESS-02/04/09",
    source="RFC 9700 4.10",
)
