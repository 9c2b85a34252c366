"""Nothing is said about SameSite."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import hands_out_credential
from sessionlab.rules.rule import LOW, Rule


def _is_so(design: Design) -> bool:
    return design.credential_transport == "cookie" and design.same_site == "unset"


RULE = Rule("same_site_unset", LOW, "6265bis 5.6.7.2; OWASP CSRF CS", of_design=_is_so, shows=hands_out_credential)
