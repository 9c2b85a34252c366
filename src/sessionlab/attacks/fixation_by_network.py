"""Fixation by cookie forcing."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="fixation_by_network",
    name="Fixation by cookie forcing",
    kind="attack",
    family="integrity",
    capability="network_attacker",
    actions=recipe(
        "attacker:visit",
        "attacker:visit=/read",
        "attacker:visit=/cart",
        "wait=5",
        "plant_cookie=network",
        "login",
        "wait=5",
        "replay",
        "replay",
    ),
    goal=attacker_is_the_victim,
    success="me says V to E",
    weakness="CWE-384",
    test_guide="WSTG-SESS-03",
    source="WSTG-SESS-03; 6265bis weak-integrity",
)
