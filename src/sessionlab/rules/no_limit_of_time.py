"""A session lasts until somebody logs out."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import logs_in
from sessionlab.rules.rule import LOW, Rule

SESSIONS = ("server_session", "signed_cookie", "encrypted_cookie", "unsigned_cookie")


def _is_so(design: Design) -> bool:
    return design.session_type in SESSIONS and (design.idle_timeout, design.absolute_timeout) == ("none", "none")


RULE = Rule("no_limit_of_time", LOW, "ASVS 7.3.1; OWASP SMCS", of_design=_is_so, shows=logs_in)
