"""The body is not covered by the signature."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import presents
from sessionlab.rules.rule import MEDIUM, Rule


def _is_so(design: Design) -> bool:
    return design.session_type == "signed_request" and not design.signature_covers_body


RULE = Rule("signature_leaves_out_body", MEDIUM, "RFC 9421 7.2.8", of_design=_is_so, shows=presents)
