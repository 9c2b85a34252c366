"""A cookie of the attacker's choice is in the user's browser."""

from __future__ import annotations

from sessionlab.rules.moments import is_act
from sessionlab.rules.rule import MEDIUM, Details, Moment, Rule
from sessionlab.world.cookie_fates import fates


def _happened(moment: Moment) -> Details | None:
    if not (is_act(moment, "plant_cookie") or is_act(moment, "run_script")):
        return None
    stored = fates(moment.exchange, moment.design).stored
    return (("value", stored[0].cookie.value),) if stored else None


RULE = Rule("cookie_planted", MEDIUM, "6265bis 8.6; Cookie Crumbles", of_moment=_happened)
