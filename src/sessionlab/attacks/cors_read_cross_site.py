"""Cross-origin read of /me."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_read_about_the_victim

ATTACK = Attack(
    id="cors_read_cross_site",
    name="Cross-origin read of /me",
    kind="attack",
    family="cross-site",
    capability="cross_site_page",
    actions=recipe("login", "wait=5", "cross_site_request=read", "cross_site_request=read"),
    goal=attacker_read_about_the_victim,
    success="E reads V's answer",
    weakness="CWE-352",
    test_guide="WSTG-SESS-05",
    source="ASVS 3.4.2",
)
