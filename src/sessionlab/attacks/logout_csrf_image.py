"""Logout CSRF (image)."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import browser_is_nobody

ATTACK = Attack(
    id="logout_csrf_image",
    name="Logout CSRF (image)",
    kind="attack",
    family="cross-site",
    capability="cross_site_page",
    actions=recipe("login", "wait=5", "cross_site_request=img:/logout", "me"),
    goal=browser_is_nobody,
    success="V anonymous",
    weakness="CWE-352",
    test_guide="WSTG-SESS-05",
    source="OIDC RP-initiated; ASVS 10.6.2",
)
