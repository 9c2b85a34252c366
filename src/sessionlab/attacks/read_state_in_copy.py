"""Read the state in the copy."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_read_about_the_victim

ATTACK = Attack(
    id="read_state_in_copy",
    name="Read the state in the copy",
    kind="attack",
    family="forge",
    capability="copied_credential",
    actions=recipe("login", "wait=5", "copy_credential", "decode"),
    goal=attacker_read_about_the_victim,
    success="E reads V's name or role",
    weakness="CWE-345/347",
    test_guide="WSTG-SESS-01/10",
    source="WSTG-SESS-10; 6265bis session-identifiers",
)
