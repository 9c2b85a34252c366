"""Fixation by cookie tossing."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="fixation_by_subdomain",
    name="Fixation by cookie tossing",
    kind="attack",
    family="integrity",
    capability="subdomain_control",
    actions=recipe(
        "attacker:visit",
        "attacker:visit=/read",
        "attacker:visit=/cart",
        "wait=5",
        "plant_cookie=subdomain",
        "login",
        "wait=5",
        "replay",
        "replay",
    ),
    goal=attacker_is_the_victim,
    success="me says V to E",
    weakness="CWE-384",
    test_guide="WSTG-SESS-03",
    source="Cookie Crumbles 6.4; ASVS 7.2.4",
)
