"""The application answers over plain http as well."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.rule import MEDIUM, Moment, Rule


def _is_so(design: Design) -> bool:
    return design.tls == "https_with_http_port_open" and design.hsts == "none"


def _shows(moment: Moment) -> bool:
    return moment.exchange.request is not None and not moment.exchange.request.url.encrypted


RULE = Rule("http_port_open", MEDIUM, "RFC 6797 7.2; ASVS 12.2.1", of_design=_is_so, shows=_shows)
