"""A login keeps the session id that was there before."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import logs_in
from sessionlab.rules.rule import HIGH, Rule


def _is_so(design: Design) -> bool:
    return design.session_type == "server_session" and not design.rotate_after_login


RULE = Rule("no_rotation", HIGH, "ASVS 7.2.4; WSTG-SESS-03", of_design=_is_so, shows=logs_in)
