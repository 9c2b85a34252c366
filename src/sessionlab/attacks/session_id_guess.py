"""Session prediction."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="session_id_guess",
    name="Session prediction",
    kind="attack",
    family="forge",
    capability="cross_site_page",
    actions=recipe("attacker:login", "wait=5", "login", "wait=5", "alter=user", "replay", "replay"),
    goal=attacker_is_the_victim,
    success="me says V to E",
    weakness="CWE-345/347",
    test_guide="WSTG-SESS-01/10",
    source="ASVS 7.2.3; WSTG-SESS-01",
)
