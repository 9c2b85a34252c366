"""What the application answers, one route a file; `answer` is the whole server."""

from __future__ import annotations

from collections.abc import Callable

from sessionlab.design.design import Design
from sessionlab.engine.routes import (
    action,
    cart,
    login,
    logout,
    me,
    oidc,
    page,
    password,
    read,
    redirect,
    refresh,
    signed_out,
    slow,
    socket,
)
from sessionlab.engine.steps import Logic, Note
from sessionlab.http.message import Request, Response

Route = Callable[[Request, Design], Logic[Response]]

ROUTES: tuple[tuple[str, Route], ...] = (
    ("/", page.answer),
    ("/read", read.answer),
    ("/cart", cart.answer),
    ("/login", login.answer),
    ("/me", me.answer),
    ("/logout", logout.answer),
    ("/signed-out", signed_out.answer),
    ("/action", action.answer),
    ("/login/start", oidc.start),
    ("/callback", oidc.callback),
    ("/frontchannel-logout", oidc.front_channel),
    ("/refresh", refresh.answer),
    ("/redirect", redirect.answer),
    ("/socket", socket.answer),
    ("/password", password.answer),
    ("/slow/read", slow.read),
    ("/slow/write", slow.write),
)
_BY_PATH = dict(ROUTES)


def answer(request: Request, design: Design) -> Logic[Response]:
    """The application's logic for one request: a generator of steps that returns the response."""
    route = _BY_PATH.get(request.url.path)
    if route is None:
        return _not_found(request)
    return route(request, design)


def _not_found(request: Request) -> Logic[Response]:
    yield Note("no_such_route", (request.url.path,))
    return Response(404, "not_found", (request.url.path,))
