"""Works form post callback."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import browser_is_the_victim

ATTACK = Attack(
    id="works_form_post_callback",
    name="Works form post callback",
    kind="works",
    family="functional",
    capability="none",
    actions=recipe("idp_login", "wait=5", "me"),
    goal=browser_is_the_victim,
    success="me says V",
    weakness="-",
    test_guide="works",
    source="see ground truth rows",
)
