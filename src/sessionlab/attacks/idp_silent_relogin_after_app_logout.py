"""IdP session survives app logout."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import browser_is_the_victim

ATTACK = Attack(
    id="idp_silent_relogin_after_app_logout",
    name="IdP session survives app logout",
    kind="attack",
    family="idp",
    capability="physical_device",
    actions=recipe("idp_login", "wait=5", "logout", "idp_login=same_browser", "wait=5", "me"),
    goal=browser_is_the_victim,
    success="me says V",
    weakness="CWE-613",
    test_guide="ASVS 7.6.1",
    source="WSTG-SESS-06; NIST 63B-4 5.2",
)
