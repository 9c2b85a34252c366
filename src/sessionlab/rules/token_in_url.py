"""The credential travels in the URL."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.rule import MEDIUM, Moment, Rule
from sessionlab.tokens.credentials import is_credential


def _is_so(design: Design) -> bool:
    return design.credential_transport == "url_query"


def _any_in_query(moment: Moment) -> bool:
    request = moment.exchange.request
    return request is not None and any(is_credential(value) for _, value in request.query)


RULE = Rule("token_in_url", MEDIUM, "RFC 6750 5.3; RFC 9700 4.3", of_design=_is_so, shows=_any_in_query)
