"""Insecure cookie over Secure one."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import browser_is_the_attacker

ATTACK = Attack(
    id="plaintext_cookie_over_secure_cookie",
    name="Insecure cookie over Secure one",
    kind="attack",
    family="integrity",
    capability="plaintext_subdomain",
    actions=recipe("attacker:login", "wait=5", "login", "wait=5", "plant_cookie=network", "me", "me"),
    goal=browser_is_the_attacker,
    success="me says E to V",
    weakness="CWE-384",
    test_guide="WSTG-SESS-03",
    source="6265bis storage-model 16",
)
