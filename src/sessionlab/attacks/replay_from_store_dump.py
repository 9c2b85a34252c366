"""Session store leak."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="replay_from_store_dump",
    name="Session store leak",
    kind="attack",
    family="theft",
    capability="store_reader",
    actions=recipe("login", "wait=5", "read_store", "replay", "replay"),
    goal=attacker_is_the_victim,
    success="me says V to E",
    weakness="CWE-200/522",
    test_guide="WSTG-SESS-02/04/09",
    source="(definition)",
)
