"""`GET /`: the front page, with the login form or the logout button, and perhaps the beginning of a session."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine.cookie_out import CSRF_COOKIE, csrf_cookie
from sessionlab.engine.credential import from_url
from sessionlab.engine.csrf import cookie_if_used, token_if_used, uses_token
from sessionlab.engine.identity import Identity
from sessionlab.engine.remember import recognise
from sessionlab.engine.sessions import begin_anonymous, deliver, keep
from sessionlab.engine.steps import Logic, NewSecret, Note
from sessionlab.http.message import Pairs, Request, Response
from sessionlab.value import replace

FRAMING = "Content-Security-Policy"
WHEN = ("at_visit", "at_session_read", "at_first_write", "at_login")


def answer(request: Request, design: Design) -> Logic[Response]:
    """A page can be shown to anybody; a session begins here only if the design begins it at the first visit."""
    return (yield from show(request, design, "page", "at_visit"))


def show(request: Request, design: Design, content: str, moment: str, changed: bool = False) -> Logic[Response]:
    """The page `content`, after beginning a session where `moment` is late enough for the design to begin one.

    It tells who asks, and how many things the session keeps.
    """
    found = yield from recognise(request, design)
    credential = None
    if found.user is None and found.record is None:
        if design.decide("session_created", begins_by, moment):
            found, credential = yield from begin_anonymous(found, design)
        else:
            yield Note("no_session_yet")
    if changed and found.record is not None:
        found = replace(found, record=replace(found.record, items=found.record.items + 1))
    headers = (*_framing(design), *cache_headers(design))
    kept = 0 if found.record is None else found.record.items
    response = Response(200, content, (found.user, kept), headers=headers, user=found.user, ground=found.ground)
    if credential is None and found.record is not None and from_url(request, found.credential):
        # The page's next requests must belong to the session that its address named.
        response = deliver(found.credential, response, design)
    if credential is not None and (found.id is not None or not changed):
        response = deliver(credential, response, design)
    if changed or credential is None:
        response = yield from keep(found, changed, response, design)
    return (yield from with_form_token(request, found, response, design))


def _framing(design: Design) -> Pairs:
    """`frame-ancestors 'none'`, where the design denies framing (CSP 3, 6.4.2)."""
    if not design.possibly("framing_denied", bool):
        return ()
    return ((FRAMING, design.later("framing_denied", _denial)),)


def cache_headers(design: Design) -> Pairs:
    """`Cache-Control: no-store`, where the design forbids caches to keep answers of a session (ASVS 14.3.2)."""
    if not design.possibly("cache_control", _forbids):
        return ()
    return (("Cache-Control", design.later("cache_control", _no_store)),)


def _forbids(cache_control: str) -> bool:
    return cache_control == "no_store"


def _no_store(cache_control: str) -> str | None:
    return "no-store" if cache_control == "no_store" else None


def _denial(denied: bool) -> str | None:
    return "frame-ancestors 'none'" if denied else None


def begins_by(session_created: str, moment: str) -> bool:
    """Has a session begun by that moment under this value of `session_created`?"""
    return WHEN.index(session_created) <= WHEN.index(moment)


def with_form_token(request: Request, found: Identity, response: Response, design: Design) -> Logic[Response]:
    """The page with the CSRF token in its forms, where the design's defence uses one."""
    if not design.possibly("csrf_defence", uses_token):
        return response
    secret = found.csrf
    if secret is None:
        secret = request.cookie(CSRF_COOKIE)
    if secret is None:
        secret = yield NewSecret("csrf")
    cookie = design.later("csrf_defence", cookie_if_used, secret, found.csrf is not None)
    token = design.later("csrf_defence", token_if_used, secret)
    if cookie is not None:
        header = csrf_cookie(cookie, secure=request.url.encrypted)
        response = replace(response, set_cookies=(*response.set_cookies, header))
    return replace(response, form_token=token)
