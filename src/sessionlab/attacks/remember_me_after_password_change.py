"""Remember-me survives."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="remember_me_after_password_change",
    name="Remember-me survives",
    kind="attack",
    family="staleness",
    capability="copied_credential",
    actions=recipe("login=remember", "wait=5", "copy_credential=remember", "change_password", "replay", "replay"),
    goal=attacker_is_the_victim,
    success="me says V to E",
    weakness="CWE-613",
    test_guide="WSTG-SESS-06/07",
    source="ASVS 7.4.3",
)
