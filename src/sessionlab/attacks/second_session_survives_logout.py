"""Second session survives."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim_in_a_browser

ATTACK = Attack(
    id="second_session_survives_logout",
    name="Second session survives",
    kind="attack",
    family="staleness",
    capability="copied_credential",
    actions=recipe("login", "wait=5", "attacker:login=as_victim", "wait=5", "logout", "attacker:me", "attacker:me"),
    goal=attacker_is_the_victim_in_a_browser,
    success="me says V to E",
    weakness="CWE-613",
    test_guide="WSTG-SESS-06/07",
    source="ASVS 7.5.2; WSTG-SESS-11",
)
