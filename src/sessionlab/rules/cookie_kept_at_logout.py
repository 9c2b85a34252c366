"""A logout leaves the credential in the browser."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import logs_out
from sessionlab.rules.rule import LOW, Rule


def _is_so(design: Design) -> bool:
    return not design.clear_client_on_logout


RULE = Rule("cookie_kept_at_logout", LOW, "OWASP SMCS; WSTG-SESS-06", of_design=_is_so, shows=logs_out)
