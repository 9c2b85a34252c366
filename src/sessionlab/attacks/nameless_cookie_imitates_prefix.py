"""A cookie without a name, whose value looks like a `__Host-` cookie when it is sent."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import browser_is_the_attacker

ATTACK = Attack(
    id="nameless_cookie_imitates_prefix",
    name="Nameless cookie impersonates __Host-",
    kind="attack",
    family="integrity",
    capability="subdomain_control",
    actions=recipe("attacker:login", "wait=5", "login", "wait=5", "plant_cookie=nameless", "me", "me"),
    goal=browser_is_the_attacker,
    success="me says E to V",
    weakness="CWE-384",
    test_guide="WSTG-SESS-03",
    source="Cookie Crumbles 4.2.1",
)
