"""Link from another site is logged in."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import browser_is_the_victim

ATTACK = Attack(
    id="works_link_from_other_site",
    name="Link from another site is logged in",
    kind="works",
    family="functional",
    capability="none",
    actions=recipe("login", "wait=600", "cross_site_request=link:/me"),
    goal=browser_is_the_victim,
    success="me says V",
    weakness="-",
    test_guide="works",
    source="see rows",
)
