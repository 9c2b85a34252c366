"""Cross-origin read from sibling."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_read_about_the_victim

ATTACK = Attack(
    id="cors_read_sibling",
    name="Cross-origin read from sibling",
    kind="attack",
    family="cross-site",
    capability="subdomain_control",
    actions=recipe("login", "wait=5", "subdomain_request=read", "subdomain_request=read"),
    goal=attacker_read_about_the_victim,
    success="E reads V's answer",
    weakness="CWE-352",
    test_guide="WSTG-SESS-05",
    source="ASVS 3.4.2",
)
