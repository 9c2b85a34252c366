"""Tokens of other issuers are believed."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import hands_out_credential
from sessionlab.rules.rule import MEDIUM, Rule


def _is_so(design: Design) -> bool:
    return design.session_type == "jwt" and not design.check_iss


RULE = Rule("issuer_not_checked", MEDIUM, "RFC 8725 3.8; RFC 7519 4.1.1", of_design=_is_so, shows=hands_out_credential)
