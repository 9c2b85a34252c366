"""`GET /socket`: a WebSocket handshake (RFC 6455). Cookies go with it; the same-origin policy does not stop it."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine.remember import recognise
from sessionlab.engine.steps import Logic, Note
from sessionlab.http.message import Request, Response


def answer(request: Request, design: Design) -> Logic[Response]:
    """101 for a user whose page asks from our own origin, or from any origin if nobody checks (RFC 6455 10.2)."""
    foreign = request.header("Origin") not in (None, request.url.origin)
    if foreign and design.websocket_origin_check:
        yield Note("origin_foreign", (request.header("Origin"),))
        return Response(403, "socket_refused", (), ground="origin_foreign")
    found = yield from recognise(request, design)
    if found.user is None:
        return Response(401, "socket_refused", (), ground=found.ground)
    return Response(101, "socket_open", (found.user,), user=found.user, ground=found.ground)
