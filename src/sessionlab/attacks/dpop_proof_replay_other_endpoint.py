"""DPoP proof at another URI."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import done_as_the_victim

ATTACK = Attack(
    id="dpop_proof_replay_other_endpoint",
    name="DPoP proof at another URI",
    kind="attack",
    family="binding",
    capability="copied_credential",
    actions=recipe(
        "login", "wait=5", "me", "observe_network=one_request", "replay=other_endpoint", "replay=other_endpoint"
    ),
    goal=done_as_the_victim,
    success="action done as V",
    weakness="CWE-294",
    test_guide="ASVS 10.3.5",
    source="RFC 9449 11.1",
)
