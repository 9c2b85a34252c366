"""Requests that another site's page, or a sibling host's page, makes the victim's browser send."""

from __future__ import annotations

from sessionlab.browser.outgoing import FramedClick, Send
from sessionlab.browser.user_agent import take_cookies
from sessionlab.design.design import Design
from sessionlab.engine.cookie_out import CSRF_COOKIE, SITE_DOMAIN, cookie_name
from sessionlab.engine.csrf import TOKEN_FIELD, compares_with_cookie
from sessionlab.engine.factors import own_proof
from sessionlab.engine.guard import OVERRIDE
from sessionlab.engine.provider import CALLBACK, CODE, STATE
from sessionlab.http.message import USUAL_OCTETS, Pairs, Response, SetCookie
from sessionlab.http.url import Url
from sessionlab.servers.state import ATTACKER as ATTACKERS_ACCOUNT
from sessionlab.servers.state import password_of
from sessionlab.tokens.credentials import is_credential
from sessionlab.tokens.terms import ATTACKER as BY_ATTACKER
from sessionlab.tokens.terms import Code, Secret
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.places import EVIL_PAGE, app, sibling
from sessionlab.world.state import ATTACKER, VICTIM, World
from sessionlab.world.verbs.verb import ADVERSARY, Senseless, Verb

KINDS = {
    "form_post": "form-post",
    "link": "link",
    "form_get": "form-get",
    "img": "img",
    "iframe": "iframe",
    "fetch": "fetch-post",
    "popup": "popup",
    "link_override": "link",
    "websocket": "websocket",
    "read": "fetch",
    "frame_click": "iframe",
}
USUAL_PATH = {"websocket": "/socket", "read": "/me", "frame_click": "/", "oauth_callback": CALLBACK}
MADE_UP = Secret(0, maker=BY_ATTACKER)
TARGETS = ("/action", "/logout", "/me", "/login", "/", "/redirect")
KNOWN_TOKEN = "known_token"
TOP_LEVEL = ("form_post", "link", "form_get", "popup", "link_override", KNOWN_TOKEN)
FIXED = ("websocket", "read", "frame_click")


def cross_site_request(world: World, action: Action, design: Design) -> World | Senseless:
    """A page of another site sends the browser to the application: `KIND` or `KIND:/PATH`."""
    return _from(EVIL_PAGE, world, action, design)


def subdomain_request(world: World, action: Action, design: Design) -> World | Senseless:
    """The same by a page of a sibling host: another origin, but the same site.

    Where a form's token is compared with a cookie, the sibling brings both: it can set cookies for the whole site.
    `known_token`: a form with the token that the attacker got in a session of her own.
    """
    begun = _from(sibling(design), world, action, design)
    if isinstance(begun, Senseless):
        return begun
    if action.argument == KNOWN_TOKEN:
        begun = _without_planted(begun, design)
    send = begun.agenda[0]
    if not isinstance(send, Send) or send.method != "POST":
        return begun
    return _with_own_pair(begun, send, design) if design.decide("csrf_defence", compares_with_cookie) else begun


def _without_planted(world: World, design: Design) -> World:
    """The sibling takes back the cookie that it planted, where the login put its own beside it, so that one counts."""
    device = world.device(VICTIM)
    if sum(is_credential(cookie.value) for cookie in device.jar) < 2:
        return world
    gone = SetCookie(cookie_name(design), "", SITE_DOMAIN, max_age=0, octets=USUAL_OCTETS)
    return _set_by_sibling(world, gone, design)


def _set_by_sibling(world: World, header: SetCookie, design: Design) -> World:
    here = Send(VICTIM, "GET", sibling(design), "visit")
    response = Response(200, "", set_cookies=(header,))
    return world.with_device(take_cookies(world.device(VICTIM), here, response, world.policy, world.clock, design))


def _with_own_pair(world: World, send: Send, design: Design) -> World:
    """The request with a CSRF token of the attacker's and, in the browser, the cookie that is equal to it.

    The cookie is for the request's own path, so that it stands before the application's (Cookie Crumbles 5.1).
    """
    jar = world.device(ATTACKER).jar
    known = dict(send.fields).get(TOKEN_FIELD)
    secret = known or next((cookie.value for cookie in jar if cookie.name == CSRF_COOKIE), MADE_UP)
    header = SetCookie(CSRF_COOKIE, secret, SITE_DOMAIN, send.url.path, same_site="lax", octets=USUAL_OCTETS)
    others = tuple(pair for pair in send.fields if pair[0] != TOKEN_FIELD)
    send = replace(send, fields=(*others, (TOKEN_FIELD, secret)))
    return replace(_set_by_sibling(world, header, design), agenda=(send,))


def _from(page: Url, world: World, action: Action, design: Design) -> World | Senseless:
    if action.argument == "oauth_callback":
        return _callback_with_own_code(page, world, design)
    kind, _, path = (action.argument or "form_post").partition(":")
    path = path or USUAL_PATH.get(kind, "/action")
    method = "POST" if kind in ("form_post", "fetch", KNOWN_TOKEN) else "GET"
    if kind == "frame_click":
        return replace(world, agenda=(_framed("GET", "/", "iframe", page, design), FramedClick(page)))
    send = Send(
        VICTIM,
        method,
        app(path, design),
        KINDS.get(kind, "form-post"),
        page,
        fields=_fields(kind, method, path, world, design),
        query=((OVERRIDE, "POST"),) if kind == "link_override" else (),
        replaces_page=kind in TOP_LEVEL,
        reads=kind == "read",
    )
    return replace(world, agenda=(send,))


def _fields(kind: str, method: str, path: str, world: World, design: Design) -> Pairs:
    if kind == KNOWN_TOKEN:
        page = world.device(ATTACKER).page
        return ((TOKEN_FIELD, page.form_token if page is not None else None),)
    return _attackers_login(world, design) if path == "/login" and method == "POST" else ()


def _callback_with_own_code(page: Url, world: World, design: Design) -> World | Senseless:
    """Login CSRF through the provider: a link to the callback with a code that the attacker got for itself."""
    if design.identity_provider != "oidc_code_flow":
        return Senseless("no_identity_provider")
    code = Code(world.server.requests, ATTACKERS_ACCOUNT)
    provider = world.server.provider
    server = replace(world.server, provider=replace(provider, codes=(*provider.codes, code)))
    query = ((CODE, code), (STATE, Secret(0, "state", BY_ATTACKER)))
    send = Send(VICTIM, "GET", app(CALLBACK, design), "link", page, query=query, replaces_page=True)
    return replace(world, server=server, agenda=(send,))


def _framed(method: str, path: str, kind: str, page: Url, design: Design) -> Send:
    return Send(VICTIM, method, app(path, design), kind, page)


def _attackers_login(world: World, design: Design) -> Pairs:
    """Login CSRF: the form logs the victim's browser in to the attacker's account."""
    account = world.server.account(ATTACKERS_ACCOUNT)
    return (
        ("user", ATTACKERS_ACCOUNT),
        ("password", password_of(account) if account is not None else ""),
        *own_proof(design),
    )


ARGUMENTS = (
    "",
    *KINDS,
    "oauth_callback",
    *(f"{kind}:{path}" for kind in KINDS if kind not in FIXED for path in TARGETS),
)
VERBS = (
    Verb("cross_site_request", ADVERSARY, (ATTACKER,), cross_site_request, ARGUMENTS, "x"),
    Verb("subdomain_request", ADVERSARY, (ATTACKER,), subdomain_request, (*ARGUMENTS, KNOWN_TOKEN)),
)
