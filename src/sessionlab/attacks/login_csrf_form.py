"""Login CSRF (form)."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import browser_is_the_attacker

ATTACK = Attack(
    id="login_csrf_form",
    name="Login CSRF (form)",
    kind="attack",
    family="cross-site",
    capability="cross_site_page",
    actions=recipe("cross_site_request=form_post:/login", "me", "me"),
    goal=browser_is_the_attacker,
    success="me says E to V",
    weakness="CWE-352",
    test_guide="WSTG-SESS-05",
    source="OWASP CSRF CS; Akhawe webAuth.als",
)
