"""One observed request, a new forged request."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import done_as_the_victim

ATTACK = Attack(
    id="observed_credential_reused_for_new_request",
    name="One observed request, a new forged request",
    kind="attack",
    family="theft",
    capability="copied_credential",
    actions=recipe("login", "wait=5", "me", "observe_network=one_request", "replay=action", "replay=action"),
    goal=done_as_the_victim,
    success="action done as V",
    weakness="CWE-200/522",
    test_guide="WSTG-SESS-02/04/09",
    source="(definition)",
)
