"""An assertion can be used twice."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import presents
from sessionlab.rules.rule import MEDIUM, Rule


def _is_so(design: Design) -> bool:
    return design.session_type == "jwt_assertion" and not design.assertion_jti_check


RULE = Rule("assertion_taken_twice", MEDIUM, "RFC 7523 3", of_design=_is_so, shows=presents)
