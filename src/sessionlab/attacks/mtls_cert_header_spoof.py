"""Client-cert header spoof."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="mtls_cert_header_spoof",
    name="Client-cert header spoof",
    kind="attack",
    family="binding",
    capability="cross_site_page",
    actions=recipe("login", "wait=5", "replay=spoofed_header"),
    goal=attacker_is_the_victim,
    success="me says V to E",
    weakness="CWE-294",
    test_guide="ASVS 10.3.5",
    source="RFC 9700 4.13; ASVS 4.1.3",
)
