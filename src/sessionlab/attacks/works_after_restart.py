"""Login state survives a crash of the node that served the login."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import browser_is_the_victim

ATTACK = Attack(
    id="works_after_restart",
    name="Login state survives a crash of the node that served the login",
    kind="works",
    family="functional",
    capability="none",
    actions=recipe("login", "wait=5", "restart", "me"),
    goal=browser_is_the_victim,
    success="me says V",
    weakness="-",
    test_guide="works",
    source="see rows",
)
