"""Typed URL is logged in."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import browser_is_the_victim

ATTACK = Attack(
    id="works_typed_address",
    name="Typed URL is logged in",
    kind="works",
    family="functional",
    capability="none",
    actions=recipe("login", "wait=600", "visit=/me"),
    goal=browser_is_the_victim,
    success="me says V",
    weakness="-",
    test_guide="works",
    source="see rows",
)
