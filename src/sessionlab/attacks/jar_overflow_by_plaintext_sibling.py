"""So many cookies from a plain-http sibling that the login cookie has to go."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import browser_is_nobody

ATTACK = Attack(
    id="jar_overflow_by_plaintext_sibling",
    name="Jar overflow from plaintext sibling",
    kind="attack",
    family="integrity",
    capability="plaintext_subdomain",
    actions=recipe("login", "wait=5", "plant_cookie=flood", "me"),
    goal=browser_is_nobody,
    success="V anonymous",
    weakness="CWE-384",
    test_guide="WSTG-SESS-03",
    source="Cookie Crumbles 4.1.2",
)
