"""A session and its CSRF token, both known to the attacker, survive the login of somebody else."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import done_as_the_victim

ATTACK = Attack(
    id="csrf_token_fixation",
    name="CORF token fixation",
    kind="attack",
    family="cross-site",
    capability="subdomain_control",
    actions=recipe(
        "attacker:visit",
        "attacker:visit=/read",
        "attacker:visit=/cart",
        "wait=5",
        "plant_cookie=subdomain",
        "login",
        "wait=5",
        "subdomain_request=known_token",
        "subdomain_request=known_token",
    ),
    goal=done_as_the_victim,
    success="state changed as V",
    weakness="CWE-352",
    test_guide="WSTG-SESS-05",
    source="Cookie Crumbles 5.1/7",
)
