"""`GET /signed-out`: where the page's own timer goes. It ends the browser's copy; the server is not told."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine.cookie_out import deletion
from sessionlab.engine.routes.logout import FORGET
from sessionlab.engine.steps import Logic, Note
from sessionlab.http.message import Request, Response


def answer(request: Request, design: Design) -> Logic[Response]:
    """Make the client forget, without looking at any session."""
    yield Note("timer_in_the_page")
    if design.credential_transport == "cookie":
        return Response(200, "signed_out", set_cookies=(deletion(design),), ground="client_timer")
    return Response(200, "signed_out", token=FORGET, ground="client_timer")
