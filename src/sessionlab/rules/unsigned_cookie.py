"""Anybody can write the session cookie."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import hands_out_credential
from sessionlab.rules.rule import HIGH, Rule


def _is_so(design: Design) -> bool:
    return design.session_type == "unsigned_cookie"


RULE = Rule("unsigned_cookie", HIGH, "OWASP SMCS; ASVS 7.2.1", of_design=_is_so, shows=hands_out_credential)
