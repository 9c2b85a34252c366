"""Logout CSRF (link)."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import browser_is_nobody

ATTACK = Attack(
    id="logout_csrf_link",
    name="Logout CSRF (link)",
    kind="attack",
    family="cross-site",
    capability="cross_site_page",
    actions=recipe("login", "wait=5", "cross_site_request=link:/logout", "me"),
    goal=browser_is_nobody,
    success="V anonymous",
    weakness="CWE-352",
    test_guide="WSTG-SESS-05",
    source="6265bis strict-lax",
)
