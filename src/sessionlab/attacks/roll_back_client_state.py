"""State rollback."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import older_state_is_back

ATTACK = Attack(
    id="roll_back_client_state",
    name="State rollback",
    kind="attack",
    family="integrity",
    capability="own_credential",
    actions=recipe(
        "attacker:login",
        "wait=5",
        "attacker:visit",
        "wait=5",
        "copy_credential=attacker",
        "attacker:visit=/cart",
        "wait=5",
        "replay",
    ),
    goal=older_state_is_back,
    success="old state is back",
    weakness="CWE-384",
    test_guide="WSTG-SESS-03",
    source="6265bis clear-text",
    watches=("attacker",),
)
