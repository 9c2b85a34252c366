"""A DPoP proof says nothing about the body (RFC 9449 11.7)."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import altered_deed_done

ATTACK = Attack(
    id="dpop_body_tamper_behind_tls",
    name="Body changed under DPoP",
    kind="attack",
    family="binding",
    capability="tls_terminator",
    actions=recipe("login", "wait=5", "action=through_attacker", "action=through_attacker"),
    goal=altered_deed_done,
    success="altered action done as V",
    weakness="CWE-294",
    test_guide="ASVS 10.3.5",
    source="RFC 9449 11.7",
)
