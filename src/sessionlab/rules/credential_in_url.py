"""A credential stood in a URL."""

from __future__ import annotations

from sessionlab.rules.rule import MEDIUM, Details, Moment, Rule
from sessionlab.tokens.credentials import is_credential


def _happened(moment: Moment) -> Details | None:
    request = moment.exchange.request
    values = () if request is None else tuple(value for _, value in request.query if is_credential(value))
    return (("value", values[0]),) if values else None


RULE = Rule("credential_in_url", MEDIUM, "RFC 9700 4.3; ASVS 14.2.1", of_moment=_happened)
