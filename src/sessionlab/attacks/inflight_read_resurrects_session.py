"""Inflight read resurrects session."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="inflight_read_resurrects_session",
    name="Inflight read resurrects session",
    kind="attack",
    family="staleness",
    capability="copied_credential",
    actions=recipe(
        "login", "wait=5", "copy_credential", "start_request=read", "logout", "finish_request", "replay", "replay"
    ),
    goal=attacker_is_the_victim,
    success="me says V to E",
    weakness="CWE-613",
    test_guide="WSTG-SESS-06/07",
    source="see ground truth rows",
)
