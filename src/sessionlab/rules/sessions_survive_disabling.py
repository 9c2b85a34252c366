"""Sessions of a disabled account go on."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import is_act
from sessionlab.rules.rule import MEDIUM, Moment, Rule


def _is_so(design: Design) -> bool:
    return not design.account_disable_revokes and design.user_data_source == "session_snapshot"


def _shows(moment: Moment) -> bool:
    return is_act(moment, "disable_account")


RULE = Rule("sessions_survive_disabling", MEDIUM, "ASVS 7.4.2", of_design=_is_so, shows=_shows)
