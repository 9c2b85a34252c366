"""Fixation by invented id."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="fixation_by_invented_id",
    name="Fixation by invented id",
    kind="attack",
    family="integrity",
    capability="subdomain_control",
    actions=recipe("plant_cookie=invented", "login", "wait=5", "replay", "replay"),
    goal=attacker_is_the_victim,
    success="me says V to E",
    weakness="CWE-384",
    test_guide="WSTG-SESS-03",
    source="see ground truth rows",
)
