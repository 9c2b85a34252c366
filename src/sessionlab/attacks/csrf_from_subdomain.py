"""CORF from a sibling subdomain."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import done_as_the_victim

ATTACK = Attack(
    id="csrf_from_subdomain",
    name="CORF from a sibling subdomain",
    kind="attack",
    family="cross-site",
    capability="subdomain_control",
    actions=recipe("login", "wait=5", "subdomain_request=form_post", "subdomain_request=form_post"),
    goal=done_as_the_victim,
    success="state changed as V",
    weakness="CWE-352",
    test_guide="WSTG-SESS-05",
    source="Cookie Crumbles 5; OWASP CSRF CS",
)
