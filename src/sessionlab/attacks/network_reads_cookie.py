"""Cookie theft on a plaintext network."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_holds_a_credential_of_the_victim

ATTACK = Attack(
    id="network_reads_cookie",
    name="Cookie theft on a plaintext network",
    kind="attack",
    family="theft",
    capability="network_observer",
    actions=recipe("login", "wait=5", "me", "observe_network"),
    goal=attacker_holds_a_credential_of_the_victim,
    success="E holds V's credential",
    weakness="CWE-200/522",
    test_guide="WSTG-SESS-02/04/09",
    source="6265bis clear-text; WSTG-SESS-09",
)
