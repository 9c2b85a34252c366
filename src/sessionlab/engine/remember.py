"""Remember-me: a second, persistent cookie that logs its holder in again (ASVS 7.4.3; measured: Flask-Login)."""

from __future__ import annotations

from typing import Any

from sessionlab.deferred import itself
from sessionlab.design.design import Design
from sessionlab.engine.begin import log_in
from sessionlab.engine.durations import PERSISTENT_COOKIE
from sessionlab.engine.identity import Identity
from sessionlab.engine.sessions import identify
from sessionlab.engine.steps import FindAccount, ForgetLogins, KeepLogin, KnowsLogin, Logic, NewJti, Note
from sessionlab.http.message import Request, Response, SetCookie
from sessionlab.tokens.terms import RememberToken
from sessionlab.value import replace

COOKIE, FIELD = "remember_token", "remember"
OCTETS = 64


def _in_use(remember_me: str) -> bool:
    return remember_me != "none"


def remembered(request: Request, user: str, response: Response, design: Design) -> Logic[Response]:
    """The response to a login that asked to be remembered."""
    if request.field(FIELD) is None or not design.possibly("remember_me", _in_use):
        return response
    how = design.decide("remember_me", itself)
    if how == "none":
        return response
    token = RememberToken(user, (yield NewJti()) if how == "stored_token" else 0)
    if how == "stored_token":
        yield KeepLogin(token)
    cookie = _cookie(token, PERSISTENT_COOKIE, design)
    return replace(response, set_cookies=(*response.set_cookies, cookie))


def _cookie(value: Any, max_age: int, design: Design) -> SetCookie:
    same_site = design.later("same_site")
    return SetCookie(
        COOKIE,
        value,
        secure=design.later("secure"),
        http_only=True,
        same_site=same_site,
        max_age=max_age,
        octets=OCTETS,
    )


def shown(request: Request) -> Any:
    """The remember cookie of a request, or None."""
    return request.cookie(COOKIE)


def recognise(request: Request, design: Design) -> Logic[Identity]:
    """Who is this request, by its session or, failing that, by the lasting cookie, which begins a new session."""
    found = yield from identify(request, design)
    token = shown(request)
    if found.user is not None or not isinstance(token, RememberToken):
        return found
    if token.made and not (yield KnowsLogin(token)):
        yield Note("login_not_remembered")
        return found
    account = yield FindAccount(token.user)
    if account is None or not account.enabled:
        return found
    yield Note("login_remembered", (token.user,))
    fresh, response = yield from log_in(account, replace(found, record=None, id=None), request.client, design)
    return replace(fresh, ground="remembered_login", handed_out=response)


def forgotten(request: Request, found: Identity, response: Response, design: Design) -> Logic[Response]:
    """What a logout does to the lasting cookie of this browser, and to its record."""
    token = shown(request)
    if not isinstance(token, RememberToken):
        return response
    if token.made and design.invalidate_on_logout:
        yield ForgetLogins(token.user, token)
    gone = replace(_cookie("", 0, design), sent=design.later("clear_client_on_logout"))
    return replace(response, set_cookies=(*response.set_cookies, gone))
