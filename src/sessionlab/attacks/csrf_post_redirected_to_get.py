"""CSRF through 302 to GET."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import done_as_the_victim

ATTACK = Attack(
    id="csrf_post_redirected_to_get",
    name="CSRF through 302 to GET",
    kind="attack",
    family="cross-site",
    capability="cross_site_page",
    actions=recipe(
        "login", "wait=5", "cross_site_request=form_post:/redirect", "cross_site_request=form_post:/redirect"
    ),
    goal=done_as_the_victim,
    success="state changed as V",
    weakness="CWE-352",
    test_guide="WSTG-SESS-05",
    source="6265bis retrieval-algorithm; OWASP CSRF CS; WSTG-SESS-05",
)
