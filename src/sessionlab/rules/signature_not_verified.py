"""Tokens are believed without checking who made them."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import carried, hands_out_credential
from sessionlab.rules.rule import HIGH, Moment, Rule


def _is_so(design: Design) -> bool:
    return design.session_type == "jwt" and not design.verify_signature


def _shows(moment: Moment) -> bool:
    return bool(carried(moment)) or hands_out_credential(moment)


RULE = Rule("signature_not_verified", HIGH, "RFC 8725 3.2; RFC 7519 7.2", of_design=_is_so, shows=_shows)
