"""A signed request can be sent twice."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import presents
from sessionlab.rules.rule import MEDIUM, Rule

FORGETFUL = ("none", "shared_shorter_than_window")


def _is_so(design: Design) -> bool:
    return design.session_type == "signed_request" and design.signature_nonce_memory in FORGETFUL


RULE = Rule("nonces_forgotten", MEDIUM, "RFC 9421 7.2.2", of_design=_is_so, shows=presents)
