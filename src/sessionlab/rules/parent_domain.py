"""The login cookie goes to every host of the site."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import hands_out_credential
from sessionlab.rules.rule import LOW, Rule


def _is_so(design: Design) -> bool:
    return design.credential_transport == "cookie" and design.cookie_domain == "parent_domain"


RULE = Rule("parent_domain", LOW, "6265bis 8.6; OWASP SMCS", of_design=_is_so, shows=hands_out_credential)
