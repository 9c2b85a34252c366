"""Only the page watches the time."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import logs_in
from sessionlab.rules.rule import MEDIUM, Rule


def _is_so(design: Design) -> bool:
    limits = (design.idle_timeout, design.absolute_timeout)
    return "client_side" in limits and "server_side" not in limits


RULE = Rule("limit_in_page_only", MEDIUM, "OWASP SMCS; WSTG-SESS-07", of_design=_is_so, shows=logs_in)
