"""Sessions keep the role that the user had at login."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import is_act
from sessionlab.rules.rule import LOW, Moment, Rule


def _is_so(design: Design) -> bool:
    return design.user_data_source == "session_snapshot"


def _shows(moment: Moment) -> bool:
    return is_act(moment, "change_role")


RULE = Rule("role_of_yesterday", LOW, "ASVS 7.4.2", of_design=_is_so, shows=_shows)
