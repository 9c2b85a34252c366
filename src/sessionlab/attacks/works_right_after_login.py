"""/me right after login."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import browser_is_the_victim

ATTACK = Attack(
    id="works_right_after_login",
    name="/me right after login",
    kind="works",
    family="functional",
    capability="none",
    actions=recipe("login", "me"),
    goal=browser_is_the_victim,
    success="me says V",
    weakness="-",
    test_guide="works",
    source="see rows",
)
