"""Login CSRF (fetch)."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import browser_is_the_attacker

ATTACK = Attack(
    id="login_csrf_fetch",
    name="Login CSRF (fetch)",
    kind="attack",
    family="cross-site",
    capability="cross_site_page",
    actions=recipe("cross_site_request=fetch:/login", "me", "me"),
    goal=browser_is_the_attacker,
    success="me says E to V",
    weakness="CWE-352",
    test_guide="WSTG-SESS-05",
    source="6265bis storage-model 18",
)
