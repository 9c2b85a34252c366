"""Scripts can read the login cookie."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import hands_out_credential
from sessionlab.rules.rule import MEDIUM, Rule


def _is_so(design: Design) -> bool:
    return design.credential_transport == "cookie" and not design.http_only


RULE = Rule("http_only_off", MEDIUM, "OWASP SMCS; 6265bis 8.3", of_design=_is_so, shows=hands_out_credential)
