"""App session survives IdP logout."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim

ATTACK = Attack(
    id="rp_session_survives_idp_logout",
    name="App session survives IdP logout",
    kind="attack",
    family="idp",
    capability="copied_credential",
    actions=recipe("idp_login", "wait=5", "copy_credential", "idp_logout", "replay", "replay"),
    goal=attacker_is_the_victim,
    success="me says V to E",
    weakness="CWE-613",
    test_guide="ASVS 7.6.1",
    source="OIDC BCL; NIST 63B-4 5.2",
)
