"""`GET /read`: code that looks at the session without writing (PHP's session_start, Servlet's getSession)."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine.routes.page import show
from sessionlab.engine.steps import Logic
from sessionlab.http.message import Request, Response


def answer(request: Request, design: Design) -> Logic[Response]:
    """A page whose code reads the session."""
    return (yield from show(request, design, "read", "at_session_read"))
