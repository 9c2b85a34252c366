"""Shared cache hands out a session."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_holds_a_credential_of_the_victim

ATTACK = Attack(
    id="shared_cache_serves_session",
    name="Shared cache hands out a session",
    kind="attack",
    family="theft",
    capability="cross_site_page",
    actions=recipe("login", "wait=5", "attacker:visit=through_cache"),
    goal=attacker_holds_a_credential_of_the_victim,
    success="E holds V's credential",
    weakness="CWE-200/522",
    test_guide="WSTG-SESS-02/04/09",
    source="OWASP SMCS; ASVS 14.3.2",
)
