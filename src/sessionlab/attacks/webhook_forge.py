"""Forged webhook."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import done_as_the_victim

ATTACK = Attack(
    id="webhook_forge",
    name="Forged webhook",
    kind="attack",
    family="machine",
    capability="cross_site_page",
    actions=recipe("login", "wait=5", "replay=unsigned", "replay=unsigned"),
    goal=done_as_the_victim,
    success="event accepted",
    weakness="CWE-294",
    test_guide="ASVS 4.1.5",
    source="Standard Webhooks",
)
