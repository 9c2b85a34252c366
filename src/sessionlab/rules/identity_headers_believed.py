"""Headers that vouch for an identity are believed from anybody."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import reaches
from sessionlab.rules.rule import HIGH, Rule


def _is_so(design: Design) -> bool:
    return design.session_type == "client_certificate" and not design.proxy_strips_identity_headers


RULE = Rule("identity_headers_believed", HIGH, "RFC 9700 4.13", of_design=_is_so, shows=reaches)
