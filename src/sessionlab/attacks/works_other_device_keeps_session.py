"""Other device stays logged in."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import second_device_is_the_victim

ATTACK = Attack(
    id="works_other_device_keeps_session",
    name="Other device stays logged in",
    kind="works",
    family="functional",
    capability="none",
    actions=recipe("login", "wait=5", "device2:login", "wait=5", "logout", "device2:me"),
    goal=second_device_is_the_victim,
    success="me says V",
    weakness="-",
    test_guide="works",
    source="see rows",
)
