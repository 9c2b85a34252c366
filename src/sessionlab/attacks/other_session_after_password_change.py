"""Other session after password change."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="other_session_after_password_change",
    name="Other session after password change",
    kind="attack",
    family="staleness",
    capability="copied_credential",
    actions=recipe(
        "login", "wait=5", "device2:login", "wait=5", "copy_credential", "device2:change_password", "replay", "replay"
    ),
    goal=attacker_is_the_victim,
    success="me says V to E",
    weakness="CWE-613",
    test_guide="WSTG-SESS-06/07",
    source="see ground truth rows",
)
