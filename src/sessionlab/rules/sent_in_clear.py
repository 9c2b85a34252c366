"""A credential crossed the network without encryption."""

from __future__ import annotations

from sessionlab.rules.moments import carried, handed_out
from sessionlab.rules.rule import HIGH, Details, Moment, Rule


def _happened(moment: Moment) -> Details | None:
    request = moment.exchange.request
    if request is None or request.url.encrypted:
        return None
    seen = (*carried(moment), *handed_out(moment))
    return (("value", seen[0]),) if seen else None


RULE = Rule("sent_in_clear", HIGH, "ASVS 12.2.1; RFC 9110 17.1", of_moment=_happened)
