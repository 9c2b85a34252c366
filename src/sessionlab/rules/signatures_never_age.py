"""A signature is good for ever."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import presents
from sessionlab.rules.rule import MEDIUM, Rule


def _is_so(design: Design) -> bool:
    return design.session_type == "signed_request" and design.signature_timestamp_window == "none"


RULE = Rule("signatures_never_age", MEDIUM, "RFC 9421 7.2.2", of_design=_is_so, shows=presents)
