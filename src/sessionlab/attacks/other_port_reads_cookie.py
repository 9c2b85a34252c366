"""Cookies ignore ports (RFC 6265bis 8.5): a service on another port of the same host receives them."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_holds_a_credential_of_the_victim

ATTACK = Attack(
    id="other_port_reads_cookie",
    name="Other port, same host",
    kind="attack",
    family="theft",
    capability="subdomain_control",
    actions=recipe("login", "wait=5", "visit=other_port"),
    goal=attacker_holds_a_credential_of_the_victim,
    success="E holds V's credential",
    weakness="CWE-200/522",
    test_guide="WSTG-SESS-02/04/09",
    source="6265bis weak-confidentiality; layered-cookies",
)
