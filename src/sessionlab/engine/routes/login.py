"""`POST /login`: check the password, then create state and hand out the credential for it."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine import client_side, server_side
from sessionlab.engine.begin import log_in
from sessionlab.engine.credential import presented
from sessionlab.engine.csrf import refused_because
from sessionlab.engine.factors import missing
from sessionlab.engine.identity import Identity
from sessionlab.engine.remember import remembered
from sessionlab.engine.routes.page import with_form_token
from sessionlab.engine.sessions import kind_of
from sessionlab.engine.steps import (
    CheckPassword,
    FindAccount,
    Logic,
    LookUp,
    Note,
)
from sessionlab.http.message import Request, Response
from sessionlab.tokens.terms import StateCookie
from sessionlab.value import replace


def answer(request: Request, design: Design) -> Logic[Response]:
    """200 and a credential, or 401 for a wrong password, 403 for a forged or disabled login, 405 for another method."""
    if request.method != "POST":
        return Response(405, "wrong_method", (request.method,))
    before = yield from _session_before(request, design)
    forged = refused_because(request, before.csrf, design)
    if forged and design.csrf_protects_login:
        yield Note("forged_request", (forged,))
        return Response(403, "forged", (forged,), ground=forged)
    name = request.field("user")
    if not (yield CheckPassword(name, request.field("password"))):
        return Response(401, "login_failed", (name,), ground="wrong_password")
    if (yield from missing(request, design)):
        return Response(401, "login_failed", (name,), ground="proof_missing")
    account = yield FindAccount(name)
    if account is None or not account.enabled:
        return Response(403, "login_failed", (name,), ground="account_disabled")
    found, response = yield from log_in(account, before, request.client, design)
    response = yield from remembered(request, account.name, response, design)
    return (yield from with_form_token(request, found, response, design))


def _session_before(request: Request, design: Design) -> Logic[Identity]:
    """The session that the request brings along, whoever it belongs to: login must decide what becomes of it."""
    credential = presented(request, design)
    nothing = Identity(None, "no_credential", credential)
    if credential is None:
        return nothing
    kind = kind_of(design)
    if kind is server_side:
        id = yield from server_side.readable_id(credential, design)
        if id is None:
            return nothing
        return replace(nothing, id=id, record=(yield LookUp(id)))
    if kind is client_side and isinstance(credential, StateCookie):
        opened = yield from client_side.identify(credential, design)
        return replace(opened, user=None)
    return nothing
