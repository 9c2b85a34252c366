"""Nothing can end a token before its time."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import logs_out
from sessionlab.rules.rule import MEDIUM, Rule


def _is_so(design: Design) -> bool:
    return design.session_type == "jwt" and (design.token_revocation == "none" or not design.invalidate_on_logout)


RULE = Rule("tokens_without_revocation", MEDIUM, "ASVS 7.4.1; OWASP JWT CS", of_design=_is_so, shows=logs_out)
