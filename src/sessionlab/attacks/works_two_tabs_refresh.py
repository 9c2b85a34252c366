"""Two tabs refresh at once."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import still_refreshed

ATTACK = Attack(
    id="works_two_tabs_refresh",
    name="Two tabs refresh at once",
    kind="works",
    family="functional",
    capability="none",
    actions=recipe("login", "wait=5", "refresh=two_tabs", "refresh"),
    goal=still_refreshed,
    success="both still logged in",
    weakness="-",
    test_guide="works",
    source="see rows",
)
