"""Id in URL leaks by Referer."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_holds_a_credential_of_the_victim

ATTACK = Attack(
    id="url_credential_in_referer",
    name="Id in URL leaks by Referer",
    kind="attack",
    family="theft",
    capability="cross_site_page",
    actions=recipe("login", "wait=5", "visit=evil"),
    goal=attacker_holds_a_credential_of_the_victim,
    success="E holds V's credential",
    weakness="CWE-200/522",
    test_guide="WSTG-SESS-02/04/09",
    source="RFC 9700 4.2; WSTG-SESS-04",
)
