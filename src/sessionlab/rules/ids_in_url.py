"""The server takes the session id from the URL."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.rule import MEDIUM, Moment, Rule
from sessionlab.tokens.credentials import is_credential


def _is_so(design: Design) -> bool:
    return design.session_type == "server_session" and design.accept_session_id_in_url


def _any_in_query(moment: Moment) -> bool:
    request = moment.exchange.request
    return request is not None and any(is_credential(value) for _, value in request.query)


RULE = Rule("ids_in_url", MEDIUM, "OWASP SMCS; ASVS 14.2.1", of_design=_is_so, shows=_any_in_query)
