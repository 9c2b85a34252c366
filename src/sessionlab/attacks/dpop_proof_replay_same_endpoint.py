"""DPoP proof replay."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="dpop_proof_replay_same_endpoint",
    name="DPoP proof replay",
    kind="attack",
    family="binding",
    capability="copied_credential",
    actions=recipe("login", "wait=5", "me", "observe_network=one_request", "replay=with_proof", "replay=with_proof"),
    goal=attacker_is_the_victim,
    success="me says V to E",
    weakness="CWE-294",
    test_guide="ASVS 10.3.5",
    source="RFC 9449 11.1",
)
