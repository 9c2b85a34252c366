"""Session riding from inside (proxying)."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import done_as_the_victim

ATTACK = Attack(
    id="script_rides_session",
    name="Session riding from inside (proxying)",
    kind="attack",
    family="theft",
    capability="script_in_page",
    actions=recipe("login", "wait=5", "run_script=act", "run_script=act"),
    goal=done_as_the_victim,
    success="action done as V",
    weakness="CWE-200/522",
    test_guide="WSTG-SESS-02/04/09",
    source="BBA scenario-proxy; RFC 9449 11.4",
)
