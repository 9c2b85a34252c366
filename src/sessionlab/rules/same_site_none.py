"""The login cookie goes with every cross-site request."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import hands_out_credential
from sessionlab.rules.rule import MEDIUM, Rule


def _is_so(design: Design) -> bool:
    return design.credential_transport == "cookie" and design.same_site == "none"


RULE = Rule("same_site_none", MEDIUM, "OWASP CSRF CS; 6265bis 8.8", of_design=_is_so, shows=hands_out_credential)
