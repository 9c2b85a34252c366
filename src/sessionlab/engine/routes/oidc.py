"""Logging in through an identity provider: the way there, the way back, and logouts that come from there."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine import client_side, server_side
from sessionlab.engine.begin import log_in
from sessionlab.engine.identity import Identity
from sessionlab.engine.provider import CODE, PROMPT, STATE, prompt_if_requested
from sessionlab.engine.revocation import deny
from sessionlab.engine.routes.logout import end, forget_in_client
from sessionlab.engine.routes.page import with_form_token
from sessionlab.engine.sessions import TOKENS, identify, kind_of
from sessionlab.engine.steps import Delete, FindAccount, Logic, LoginsFrom, NewSecret, Note, NoteLogin, RedeemCode
from sessionlab.http.message import Request, Response, SetCookie
from sessionlab.tokens.terms import Code, Reference, StateCookie, Token
from sessionlab.value import replace

STATE_COOKIE = "oauth_state"
STATE_LIFETIME = 600
OCTETS = 64
AUTHORIZE = "https://login.idp.test/authorize"


def start(request: Request, design: Design) -> Logic[Response]:
    """Send the browser to the provider. `state` ties what comes back to this browser (RFC 9700 2.1, 4.7)."""
    if design.identity_provider != "oidc_code_flow":
        return Response(404, "not_found", (request.url.path,))
    state = yield NewSecret("state")
    cookie = SetCookie(
        STATE_COOKIE,
        state,
        secure=request.url.encrypted,
        http_only=True,
        same_site=design.later("same_site"),
        max_age=STATE_LIFETIME,
        octets=OCTETS,
    )
    prompt = (PROMPT, design.later("idp_reauthentication", prompt_if_requested))
    onward = tuple(pair for pair in ((STATE, state), prompt) if pair[1] is not None)
    location = (("Location", AUTHORIZE),)
    return Response(302, "redirect", (AUTHORIZE,), (cookie,), location, onward=onward, ground="to_the_provider")


def callback(request: Request, design: Design) -> Logic[Response]:
    """Exchange the code, if it belongs to this browser, and begin a session for its user."""
    code, state = request.parameter(CODE), request.parameter(STATE)
    cookie = request.cookie(STATE_COOKIE)
    if (state is None or state != cookie) and design.oauth_request_binding:
        yield Note("state_wrong")
        return Response(403, "forged", ("state_wrong",), ground="state_wrong")
    user = (yield RedeemCode(code)) if isinstance(code, Code) else None
    account = None if user is None else (yield FindAccount(user))
    if account is None or not account.enabled:
        return Response(401, "login_failed", (), ground="code_refused")
    before = Identity(None, "no_credential")
    found, response = yield from log_in(account, before, request.client, design)
    response = replace(response, ground="provider_says")
    yield NoteLogin(account.name, found.credential)
    return (yield from with_form_token(request, found, response, design))


def front_channel(request: Request, design: Design) -> Logic[Response]:
    """A frame of the provider's logout page: it ends whatever session the browser sends along with it."""
    found = yield from identify(request, design)
    if found.user is None:
        return Response(200, "signed_out", ground=found.ground)
    yield from end(found, design)
    return forget_in_client(Response(200, "signed_out", ground="idp_logged_out"), design)


def back_channel(user: str, design: Design) -> Logic[None]:
    """The provider tells the application directly which user has logged out; no browser takes part."""
    kind = kind_of(design)
    for credential in (yield LoginsFrom(user)):
        if kind is server_side and isinstance(credential, Reference):
            yield Delete(credential.id)
        elif kind in TOKENS and isinstance(credential, Token):
            yield from deny(credential.claims.sub, credential.claims.jti, credential.claims.exp, 0, design)
        elif kind is client_side and isinstance(credential, StateCookie):
            yield from deny(user, credential.record.started, client_side.FOREVER, 0, design)
        else:
            yield Note("nothing_to_invalidate")
