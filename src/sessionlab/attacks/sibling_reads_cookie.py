"""Related-domain cookie read."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_holds_a_credential_of_the_victim

ATTACK = Attack(
    id="sibling_reads_cookie",
    name="Related-domain cookie read",
    kind="attack",
    family="theft",
    capability="subdomain_control",
    actions=recipe("login", "wait=5", "visit=sibling"),
    goal=attacker_holds_a_credential_of_the_victim,
    success="E holds V's credential",
    weakness="CWE-200/522",
    test_guide="WSTG-SESS-02/04/09",
    source="6265bis; OWASP SMCS",
)
