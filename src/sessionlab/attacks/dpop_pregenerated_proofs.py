"""Proofs made in advance by whoever controlled the client for a moment (RFC 9449 11.2)."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="dpop_pregenerated_proofs",
    name="Pre-generated proofs",
    kind="attack",
    family="binding",
    capability="own_credential",
    actions=recipe(
        "login", "wait=5", "copy_credential=with_proofs", "wait=120", "replay=with_proof", "replay=with_proof"
    ),
    goal=attacker_is_the_victim,
    success="me says V to E",
    weakness="CWE-294",
    test_guide="ASVS 10.3.5",
    source="RFC 9449 11.2",
)
