"""Advice as plain data and in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sessionlab.attacks.attack import Attack
from sessionlab.design.switch import written
from sessionlab.explore.advice import Advice
from sessionlab.explore.fix import Fix
from sessionlab.render.words import say


def advice_data(kind: str, attacks: Iterable[Attack], advice: Advice) -> dict[str, Any]:
    """Advice as JSON can say it. `kind`: "fix" or "break"."""
    return {
        "kind": kind,
        "attacks": [attack.id for attack in attacks],
        "cost": advice.fixes[0].cost if advice.fixes else None,
        "asked_up_to": advice.budget,
        "changes": [{change.switch: change.new for change in fix.changes} for fix in advice.fixes],
    }


def fix_words(fix: Fix) -> str:
    """The switches to flip."""
    return "  ".join(f"{change.switch}={written(change.new)}" for change in fix.changes) or say("advice.nothing")
