"""Silent new OAuth flow."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_holds_an_access_token_of_the_victim

ATTACK = Attack(
    id="script_starts_silent_oauth_flow",
    name="Silent new OAuth flow",
    kind="attack",
    family="theft",
    capability="script_in_page",
    actions=recipe("idp_login", "wait=5", "run_script=silent_flow"),
    goal=attacker_holds_an_access_token_of_the_victim,
    success="E holds fresh tokens for V",
    weakness="CWE-200/522",
    test_guide="WSTG-SESS-02/04/09",
    source="BBA scenario-new-flow",
)
