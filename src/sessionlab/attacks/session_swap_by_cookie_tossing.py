"""Session swap (shadowing)."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import browser_is_the_attacker

ATTACK = Attack(
    id="session_swap_by_cookie_tossing",
    name="Session swap (shadowing)",
    kind="attack",
    family="integrity",
    capability="subdomain_control",
    actions=recipe("attacker:login", "wait=5", "login", "wait=5", "plant_cookie=subdomain", "me", "me"),
    goal=browser_is_the_attacker,
    success="me says E to V",
    weakness="CWE-384",
    test_guide="WSTG-SESS-03",
    source="6265bis weak-integrity",
)
