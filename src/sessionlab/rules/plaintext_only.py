"""Nothing is encrypted."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.rule import HIGH, Moment, Rule


def _is_so(design: Design) -> bool:
    return design.tls == "http_only"


def _shows(moment: Moment) -> bool:
    return moment.exchange.request is not None


RULE = Rule("plaintext_only", HIGH, "ASVS 12.2.1; RFC 9110 17.1", of_design=_is_so, shows=_shows)
