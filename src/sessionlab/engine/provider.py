"""The identity provider: its own login, session and logout (OpenID Connect Core 3.1; RP-Initiated Logout)."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine.factors import missing
from sessionlab.engine.steps import (
    CheckPassword,
    FindAccount,
    Logic,
    NewCode,
    Note,
    ProviderBegin,
    ProviderEnd,
    ProviderUser,
)
from sessionlab.http.message import Pairs, Request, Response, SetCookie
from sessionlab.value import replace

HOST = "login.idp.test"
COOKIE = "idp_session"
OCTETS = 64
CALLBACK = "/callback"
CODE, STATE, PROMPT = "code", "state", "prompt"


def answer(request: Request, design: Design) -> Logic[Response]:
    """The provider's logic for one request."""
    if request.url.path == "/authorize":
        return (yield from _authorize(request, design))
    if request.url.path == "/login":
        return (yield from _login(request, design))
    return (yield from _logout(request))


def _authorize(request: Request, design: Design) -> Logic[Response]:
    """Send the browser back with a code, silently if the provider's session may answer; else ask for the password."""
    session = request.cookie(COOKIE)
    user = None if session is None else (yield ProviderUser(session))
    asked = request.parameter(PROMPT)
    if user is None or design.decide("idp_reauthentication", asks_again, asked):
        return Response(200, "idp_login_form", onward=_kept(request), ground="idp_asks")
    yield Note("idp_answers_silently", (user,))
    return (yield from _back(user, request, design))


def asks_again(reauthentication: str, prompt: Any) -> bool:
    """Must the user log in at the provider although its session is alive?"""
    return reauthentication == "enforced_by_provider" or prompt is not None


def prompt_if_requested(reauthentication: str) -> str | None:
    """The application's own request for a fresh login (OpenID Connect Core 3.1.2.1)."""
    return "login" if reauthentication == "requested_by_client" else None


def _kept(request: Request) -> Pairs:
    return tuple((name, value) for name, value in request.query if name == STATE)


def _login(request: Request, design: Design) -> Logic[Response]:
    name = request.field("user")
    if not (yield CheckPassword(name, request.field("password"))) or (yield from missing(request, design)):
        return Response(401, "login_failed", (name,), ground="wrong_password")
    account = yield FindAccount(name)
    if account is None or not account.enabled:
        return Response(403, "login_failed", (name,), ground="account_disabled")
    session = yield ProviderBegin(name)
    cookie = SetCookie(COOKIE, session, secure=True, http_only=True, same_site="none", octets=OCTETS)
    response = yield from _back(name, request, design)
    return replace(response, set_cookies=(cookie,))


def _back(user: str, request: Request, design: Design) -> Logic[Response]:
    """Back to the application with a code: by a redirect, or by a page that posts a form by itself."""
    code = yield NewCode(user)
    onward = ((CODE, code), *((STATE, value) for value in (request.parameter(STATE),) if value is not None))
    if design.oauth_response_mode == "query":
        return Response(302, "redirect", (CALLBACK,), onward=onward, ground="idp_code")
    return Response(200, "idp_form_post", onward=onward, ground="idp_code")


def _logout(request: Request) -> Logic[Response]:
    session = request.cookie(COOKIE)
    user = None if session is None else (yield ProviderEnd(session))
    gone = SetCookie(COOKIE, "", secure=True, http_only=True, same_site="none", max_age=0, octets=OCTETS)
    return Response(200, "idp_logged_out", (user,), set_cookies=(gone,), ground="idp_logged_out")
