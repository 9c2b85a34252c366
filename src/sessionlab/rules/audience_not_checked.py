"""Tokens made for other services are believed."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import hands_out_credential
from sessionlab.rules.rule import MEDIUM, Rule


def _is_so(design: Design) -> bool:
    return design.session_type == "jwt" and not design.check_aud


RULE = Rule(
    "audience_not_checked", MEDIUM, "RFC 8725 3.9; RFC 7519 4.1.3", of_design=_is_so, shows=hands_out_credential
)
