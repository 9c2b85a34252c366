"""Unsigned body."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import altered_deed_done

ATTACK = Attack(
    id="signed_request_body_tamper",
    name="Unsigned body",
    kind="attack",
    family="machine",
    capability="network_attacker",
    actions=recipe("login", "wait=5", "action=through_attacker", "action=through_attacker"),
    goal=altered_deed_done,
    success="altered action done",
    weakness="CWE-294",
    test_guide="ASVS 4.1.5",
    source="RFC 9421 7.2.8",
)
