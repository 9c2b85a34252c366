"""Which credential a request presents: the server's view of where to look."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine.cookie_out import BASE_NAME, cookie_name
from sessionlab.http.message import Request

TOKEN_HEADER = "X-Session-Token"
TOKEN_PARAMETER = "access_token"
BY_HEADER = (("authorization_header", "Authorization"), ("custom_header", TOKEN_HEADER))


def presented(request: Request, design: Design) -> Any:
    """The credential of a request, or None (RFC 6750 section 2 for the places other than cookies)."""
    carried = _carried_by_script(request)
    if carried is not None:
        where, credential = carried
        return credential if design.credential_transport == where else None
    named = cookie_name(design)
    values = [value for name, value in request.cookies if name == named]
    if values and design.credential_transport == "cookie":
        # Two cookies that say the same leave nothing to choose.
        agree = values.count(values[0]) == len(values)
        return values[0] if agree else design.decide("duplicate_cookie_policy", _choose, tuple(values))
    return _from_url(request, design) if request.query else None


def _carried_by_script(request: Request) -> tuple[str, Any] | None:
    for where, name in BY_HEADER:
        value = request.header(name)
        if value is not None:
            return where, value
    if not (request.query or request.fields):
        return None
    for where, pairs in (("url_query", request.query), ("request_body", request.fields)):
        for name, value in pairs:
            if name == TOKEN_PARAMETER:
                return where, value
    return None


def _from_url(request: Request, design: Design) -> Any:
    for name, value in request.query:
        if name == BASE_NAME and design.session_type == "server_session" and design.accept_session_id_in_url:
            return value
    return None


def from_url(request: Request, credential: Any) -> bool:
    """Whether this credential of a request stood in its URL, as a session id."""
    return any(name == BASE_NAME and value == credential for name, value in request.query)


def _choose(policy: str, values: tuple[Any, ...]) -> Any:
    """Which of several cookies of one name counts (RFC 6265bis 5.8.3: servers must not rely on their order)."""
    return {"first": values[0], "last": values[-1], "reject": None}[policy]
