"""Nothing tells the user's requests from forged ones."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import asks_for, logs_in
from sessionlab.rules.rule import HIGH, Moment, Rule


def _is_so(design: Design) -> bool:
    return design.credential_transport == "cookie" and design.csrf_defence == "none" and design.same_site == "none"


def _shows(moment: Moment) -> bool:
    return asks_for(moment, "/action") or logs_in(moment)


RULE = Rule("no_csrf_defence", HIGH, "OWASP CSRF CS", of_design=_is_so, shows=_shows)
