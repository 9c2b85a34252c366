"""`/me`: identify this request, and say who it is."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine.cors import headers
from sessionlab.engine.remember import recognise
from sessionlab.engine.routes.page import cache_headers
from sessionlab.engine.sessions import keep
from sessionlab.engine.steps import Logic
from sessionlab.http.message import Request, Response


def answer(request: Request, design: Design) -> Logic[Response]:
    """200 with the user, or 401 for anybody whom the request does not identify (RFC 9110 15.5.2)."""
    found = yield from recognise(request, design)
    role = found.record.role if found.record is not None and found.user is not None else None
    status = 401 if found.user is None else 200
    response = Response(
        status,
        "me",
        (found.user, role),
        headers=(*headers(request, design), *cache_headers(design)),
        user=found.user,
        ground=found.ground,
    )
    return (yield from keep(found, False, response, design))
