"""Webhook replay."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import done_twice_as_the_victim

ATTACK = Attack(
    id="webhook_replay",
    name="Webhook replay",
    kind="attack",
    family="machine",
    capability="copied_credential",
    actions=recipe(
        "login", "wait=5", "action", "observe_network=one_request", "replay=same_bytes", "replay=same_bytes"
    ),
    goal=done_twice_as_the_victim,
    success="event accepted twice",
    weakness="CWE-294",
    test_guide="ASVS 4.1.5",
    source="Standard Webhooks",
)
