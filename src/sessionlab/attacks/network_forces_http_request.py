"""Forced plaintext request."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_holds_a_credential_of_the_victim

ATTACK = Attack(
    id="network_forces_http_request",
    name="Forced plaintext request",
    kind="attack",
    family="theft",
    capability="network_attacker",
    actions=recipe("login", "wait=5", "force_plaintext", "observe_network"),
    goal=attacker_holds_a_credential_of_the_victim,
    success="E holds V's credential",
    weakness="CWE-200/522",
    test_guide="WSTG-SESS-02/04/09",
    source="WSTG-SESS-09; 6265bis clear-text",
)
