"""A logout ends nothing at the server."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import logs_out
from sessionlab.rules.rule import HIGH, Rule


def _is_so(design: Design) -> bool:
    return design.session_type == "server_session" and not design.invalidate_on_logout


RULE = Rule("logout_in_browser_only", HIGH, "ASVS 7.4.1; WSTG-SESS-06", of_design=_is_so, shows=logs_out)
