"""A link can change state."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import asks_for
from sessionlab.rules.rule import MEDIUM, Moment, Rule


def _is_so(design: Design) -> bool:
    return design.state_change_on_get


def _shows(moment: Moment) -> bool:
    return asks_for(moment, "/action")


RULE = Rule("changes_by_get", MEDIUM, "RFC 9110 9.2.1; OWASP CSRF CS", of_design=_is_so, shows=_shows)
