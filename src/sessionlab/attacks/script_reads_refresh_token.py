"""Refresh token reaches page script."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_holds_a_refresh_token_of_the_victim

ATTACK = Attack(
    id="script_reads_refresh_token",
    name="Refresh token reaches page script",
    kind="attack",
    family="theft",
    capability="script_in_page",
    actions=recipe("login", "wait=5", "run_script=tokens"),
    goal=attacker_holds_a_refresh_token_of_the_victim,
    success="E holds refresh token",
    weakness="CWE-200/522",
    test_guide="WSTG-SESS-02/04/09",
    source="BBA 6",
)
