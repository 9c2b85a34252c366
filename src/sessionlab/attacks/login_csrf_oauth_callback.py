"""Login CSRF on the OAuth callback."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import browser_is_the_attacker

ATTACK = Attack(
    id="login_csrf_oauth_callback",
    name="Login CSRF on the OAuth callback",
    kind="attack",
    family="cross-site",
    capability="cross_site_page",
    actions=recipe("cross_site_request=oauth_callback", "me", "me"),
    goal=browser_is_the_attacker,
    success="me says E to V",
    weakness="CWE-352",
    test_guide="WSTG-SESS-05",
    source="RFC 9700 4.7; ASVS 10.1.2",
)
