"""Session ids can be guessed."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import hands_out_credential
from sessionlab.rules.rule import HIGH, Rule

WEAK = ("random_32", "counter", "timestamp")


def _is_so(design: Design) -> bool:
    return design.session_type == "server_session" and design.session_id_generator in WEAK


RULE = Rule("guessable_id", HIGH, "ASVS 7.2.3; OWASP SMCS", of_design=_is_so, shows=hands_out_credential)
