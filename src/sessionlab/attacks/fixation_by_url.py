"""Fixation by URL."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="fixation_by_url",
    name="Fixation by URL",
    kind="attack",
    family="integrity",
    capability="cross_site_page",
    actions=recipe(
        "attacker:visit",
        "attacker:visit=/read",
        "attacker:visit=/cart",
        "wait=5",
        "copy_credential=attacker",
        "visit=link_with_id",
        "login",
        "wait=5",
        "replay",
        "replay",
    ),
    goal=attacker_is_the_victim,
    success="me says V to E",
    weakness="CWE-384",
    test_guide="WSTG-SESS-03",
    source="WSTG-SESS-03",
)
