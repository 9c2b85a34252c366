"""`/redirect`: answers with a redirect to `/action`, as many applications do after a form (RFC 9110 15.4.3)."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine.steps import Logic, Note
from sessionlab.http.message import Request, Response


def answer(request: Request, design: Design) -> Logic[Response]:
    """302 to `/action`; a browser follows with GET."""
    yield Note("redirects", ("/action",))
    return Response(302, "redirect", ("/action",), headers=(("Location", "/action"),), ground="redirect")
