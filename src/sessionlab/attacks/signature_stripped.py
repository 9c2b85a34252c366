"""Signature removed."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import done_as_the_victim

ATTACK = Attack(
    id="signature_stripped",
    name="Signature removed",
    kind="attack",
    family="machine",
    capability="cross_site_page",
    actions=recipe("login", "wait=5", "replay=unsigned", "replay=unsigned"),
    goal=done_as_the_victim,
    success="action done",
    weakness="CWE-294",
    test_guide="ASVS 4.1.5",
    source="RFC 9421 7.1.1",
)
