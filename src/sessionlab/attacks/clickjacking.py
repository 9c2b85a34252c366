"""UI redress."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import done_as_the_victim

ATTACK = Attack(
    id="clickjacking",
    name="UI redress",
    kind="attack",
    family="cross-site",
    capability="cross_site_page",
    actions=recipe("login", "wait=5", "cross_site_request=frame_click", "cross_site_request=frame_click"),
    goal=done_as_the_victim,
    success="state changed as V",
    weakness="CWE-352",
    test_guide="WSTG-SESS-05",
    source="ASVS 3.4.6",
)
