"""Keep-alive of a stolen session."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="keep_alive_stolen_session_forever",
    name="Keep-alive of a stolen session",
    kind="attack",
    family="staleness",
    capability="copied_credential",
    actions=recipe("login", "wait=5", "copy_credential", *("wait=1740", "replay", "replay") * 20),
    goal=attacker_is_the_victim,
    success="still V after any time",
    weakness="CWE-613",
    test_guide="WSTG-SESS-06/07",
    source="OWASP SMCS; ASVS 7.3.2",
)
