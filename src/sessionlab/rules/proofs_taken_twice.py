"""A DPoP proof can be used twice."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import proves
from sessionlab.rules.rule import MEDIUM, Rule


def _is_so(design: Design) -> bool:
    return design.sender_constraint == "dpop" and design.dpop_proof_memory == "none"


RULE = Rule("proofs_taken_twice", MEDIUM, "RFC 9449 11.1", of_design=_is_so, shows=proves)
