"""Csrf form post old cookie."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import done_as_the_victim

ATTACK = Attack(
    id="csrf_form_post_old_cookie",
    name="Csrf form post old cookie",
    kind="attack",
    family="cross-site",
    capability="cross_site_page",
    actions=recipe("login", "wait=600", "cross_site_request=form_post", "cross_site_request=form_post"),
    goal=done_as_the_victim,
    success="state changed as V",
    weakness="CWE-352",
    test_guide="WSTG-SESS-05",
    source="see ground truth rows",
)
