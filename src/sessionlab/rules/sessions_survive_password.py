"""A new password ends no session."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import asks_for
from sessionlab.rules.rule import LOW, Moment, Rule


def _is_so(design: Design) -> bool:
    return design.password_change_revokes == "none" and not design.session_auth_hash


def _shows(moment: Moment) -> bool:
    return asks_for(moment, "/password")


RULE = Rule("sessions_survive_password", LOW, "ASVS 7.4.3", of_design=_is_so, shows=_shows)
