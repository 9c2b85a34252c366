"""Tokens never expire."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import hands_out_credential
from sessionlab.rules.rule import HIGH, Rule


def _is_so(design: Design) -> bool:
    return design.session_type == "jwt" and design.access_token_lifetime == "unlimited"


RULE = Rule("token_without_end", HIGH, "RFC 8725; OWASP JWT CS", of_design=_is_so, shows=hands_out_credential)
