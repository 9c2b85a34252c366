"""`GET /cart`: the first thing an anonymous visitor writes into a session."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine.routes.page import show
from sessionlab.engine.steps import Logic
from sessionlab.http.message import Request, Response


def answer(request: Request, design: Design) -> Logic[Response]:
    """A page that puts one thing into the cart."""
    return (yield from show(request, design, "cart", "at_first_write", changed=True))
