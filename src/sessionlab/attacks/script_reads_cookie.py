"""Cookie theft by script."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_holds_a_credential_of_the_victim

ATTACK = Attack(
    id="script_reads_cookie",
    name="Cookie theft by script",
    kind="attack",
    family="theft",
    capability="script_in_page",
    actions=recipe("login", "wait=5", "run_script=read"),
    goal=attacker_holds_a_credential_of_the_victim,
    success="E holds V's credential",
    weakness="CWE-200/522",
    test_guide="WSTG-SESS-02/04/09",
    source="6265bis retrieval; WebSpec I.2; WSTG-SESS-02",
)
