"""Requests without a signature are taken at their word."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import presents
from sessionlab.rules.rule import HIGH, Rule


def _is_so(design: Design) -> bool:
    return design.session_type == "signed_request" and not design.signature_required


RULE = Rule("unsigned_requests_accepted", HIGH, "RFC 9421 7.1.1", of_design=_is_so, shows=presents)
