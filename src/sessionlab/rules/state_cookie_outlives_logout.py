"""A session kept in the cookie cannot be ended."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import CLIENT_SIDE, logs_out
from sessionlab.rules.rule import MEDIUM, Rule


def _is_so(design: Design) -> bool:
    return design.session_type in CLIENT_SIDE


RULE = Rule("state_cookie_outlives_logout", MEDIUM, "ASVS 7.4.1; OWASP SMCS", of_design=_is_so, shows=logs_out)
