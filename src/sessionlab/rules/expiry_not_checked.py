"""Expired tokens are believed."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import hands_out_credential
from sessionlab.rules.rule import HIGH, Rule


def _is_so(design: Design) -> bool:
    return design.session_type == "jwt" and not design.check_exp


RULE = Rule("expiry_not_checked", HIGH, "RFC 7519 4.1.4; ASVS 9.2.1", of_design=_is_so, shows=hands_out_credential)
