"""Session ids have less than 128 random bits."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import hands_out_credential
from sessionlab.rules.rule import LOW, Rule


def _is_so(design: Design) -> bool:
    return design.session_type == "server_session" and design.session_id_generator == "csprng_64"


RULE = Rule("short_id", LOW, "ASVS 7.2.3; OWASP SMCS", of_design=_is_so, shows=hands_out_credential)
