"""Toolbar reload after cross-site link is logged in."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import browser_is_the_victim

ATTACK = Attack(
    id="works_reload_after_cross_site_link",
    name="Toolbar reload after cross-site link is logged in",
    kind="works",
    family="functional",
    capability="none",
    actions=recipe("login", "wait=600", "cross_site_request=link:/me", "reload"),
    goal=browser_is_the_victim,
    success="me says V",
    weakness="-",
    test_guide="works",
    source="see rows",
)
