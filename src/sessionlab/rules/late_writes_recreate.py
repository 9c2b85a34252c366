"""A late write brings a deleted session back."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import asks_for
from sessionlab.rules.rule import MEDIUM, Moment, Rule


def _is_so(design: Design) -> bool:
    return design.session_type == "server_session" and design.session_write == "upsert"


def _shows(moment: Moment) -> bool:
    return asks_for(moment, "/slow/write") or asks_for(moment, "/slow/read")


RULE = Rule("late_writes_recreate", MEDIUM, "OWASP SMCS", of_design=_is_so, shows=_shows)
