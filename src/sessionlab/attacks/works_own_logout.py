"""Own browser is anonymous after logout."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import browser_is_nobody

ATTACK = Attack(
    id="works_own_logout",
    name="Own browser is anonymous after logout",
    kind="works",
    family="functional",
    capability="none",
    actions=recipe("login", "wait=5", "logout", "me", "me"),
    goal=browser_is_nobody,
    success="me says anonymous",
    weakness="-",
    test_guide="works",
    source="see rows",
)
