"""Adversary-in-the-middle phishing."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import attacker_is_the_victim_in_a_browser

ATTACK = Attack(
    id="phishing_proxy_steals_session",
    name="Adversary-in-the-middle phishing",
    kind="attack",
    family="theft",
    capability="cross_site_page",
    actions=recipe("attacker:login=through_attacker", "wait=5", "attacker:me", "attacker:me"),
    goal=attacker_is_the_victim_in_a_browser,
    success="me says V to E",
    weakness="CWE-200/522",
    test_guide="WSTG-SESS-02/04/09",
    source="DBSC explainer",
)
