"""The server believed a value that somebody changed."""

from __future__ import annotations

from sessionlab.rules.moments import carried
from sessionlab.rules.rule import HIGH, Details, Moment, Rule


def _happened(moment: Moment) -> Details | None:
    response = moment.exchange.response
    if response is None or response.user is None:
        return None
    for value in carried(moment):
        if "nobody" in (getattr(value, "signed_by", ""), getattr(value, "sealed_by", "")):
            return (("value", value),)
    return None


RULE = Rule("changed_value_believed", HIGH, "RFC 8725 3.2; OWASP SMCS", of_moment=_happened)
