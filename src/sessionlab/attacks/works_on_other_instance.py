"""Login state survives another node."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import browser_is_the_victim

ATTACK = Attack(
    id="works_on_other_instance",
    name="Login state survives another node",
    kind="works",
    family="functional",
    capability="none",
    actions=recipe("login", "wait=5", "me"),
    goal=browser_is_the_victim,
    success="me says V",
    weakness="-",
    test_guide="works",
    source="see rows",
)
