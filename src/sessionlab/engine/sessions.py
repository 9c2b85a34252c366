"""One face for every kind of session: identify, begin, keep, end. The kinds themselves stand in files of their own."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine import client_side, introspected, self_contained, server_side
from sessionlab.engine.binding import at_home
from sessionlab.engine.cookie_out import session_cookie
from sessionlab.engine.credential import presented
from sessionlab.engine.csrf import uses_token
from sessionlab.engine.identity import Identity, anonymous
from sessionlab.engine.machine import api_key, assertion, certificate, signed_request, webhook
from sessionlab.engine.steps import CountSessions, Create, Logic, NewId, NewSecret, Note, Now, Seal
from sessionlab.http.message import Request, Response
from sessionlab.tokens.terms import Record, Reference, SessionId
from sessionlab.value import replace


def identify(request: Request, design: Design) -> Logic[Identity]:
    """Who is this request? Nothing but what the request carries is asked: a connection identifies nobody."""
    credential = presented(request, design)
    if credential is None:
        if design.possibly("session_type", certificate.is_kind):
            return (yield from certificate.identify(request, design))
        yield Note("no_credential")
        return anonymous("no_credential")
    kind = kind_of(design)
    if kind in PROGRAM_KINDS:
        of_program: Identity = yield from kind.identify(request, design)
        return of_program
    found: Identity = yield from kind.identify(credential, design)
    return (yield from at_home(found, request, design))


PROGRAMS: dict[str, Any] = {
    "api_key": api_key,
    "signed_request": signed_request,
    "client_certificate": certificate,
    "webhook_signature": webhook,
    "jwt_assertion": assertion,
}
PROGRAM_KINDS = frozenset(PROGRAMS.values())
TOKENS = (self_contained, introspected)
"""Kinds whose credential is a token that logout can only call back."""
_KINDS = {**PROGRAMS, "server_session": server_side, "opaque_token": introspected, "jwt": self_contained}


def kind_of(design: Design) -> Any:
    """The module that knows this design's kind of session."""
    return design.decide("session_type", _kind)


def _kind(session_type: str) -> Any:
    return _KINDS.get(session_type, client_side)


def deliver(credential: Any, response: Response, design: Design, sent: Any = True) -> Response:
    """The response that hands a credential to the client: in a cookie, or in the body for its script to keep."""
    if design.credential_transport == "cookie":
        return replace(response, set_cookies=(*response.set_cookies, session_cookie(design, credential, sent)))
    return replace(response, token=credential)


def begin_anonymous(found: Identity, design: Design) -> Logic[tuple[Identity, Any]]:
    """Begin a session for a visitor whom nobody knows yet. Answer: the identity now, and a credential to hand out.

    An unknown id that the client brought is adopted under permissive session management (OWASP SMCS).
    """
    kind = kind_of(design)
    if kind is not server_side and kind is not client_side:
        yield Note("no_anonymous_token")
        return found, None
    now = yield Now()
    if kind is client_side:
        return (yield from _begin_in_cookie(found, now, design))
    adopt = found.id is not None and design.accept_unknown_session_id
    id = found.id if adopt and found.id is not None else (yield NewId())
    if adopt:
        yield Note("id_adopted", (id,))
    record = Record(None, now, now, started=id.made, csrf=(yield from csrf_secret(design)))
    yield Create(id, record)
    return replace(found, ground="anonymous_session", id=id, record=record), None if adopt else Reference(id)


def _begin_in_cookie(found: Identity, now: int, design: Design) -> Logic[tuple[Identity, Any]]:
    id = yield NewId()
    record = Record(None, now, now, started=id.made, csrf=(yield from csrf_secret(design)))
    credential = yield Seal(record)
    return replace(found, ground="anonymous_session", record=record), credential


def csrf_secret(design: Design) -> Logic[Any]:
    """A new CSRF secret, where the design has a use for one."""
    return (yield NewSecret("csrf")) if design.possibly("csrf_defence", uses_token) else None


def has_others(user: str, switch: str, without: SessionId | None, design: Design) -> Logic[bool]:
    """Has the user other sessions? Asked of the store only if the switch may want to end them."""
    if not design.possibly(switch, _ends_others):
        return False
    return bool((yield CountSessions(user, without)))


def _ends_others(value: str) -> bool:
    return value in ("all_sessions", "other_sessions", "one")


def keep(found: Identity, changed: bool, response: Response, design: Design, paused: bool = False) -> Logic[Response]:
    """At the end of a request: write the session back where a change or the design asks for it.

    Only after a pause can somebody else have touched the record; without one, writing back what was just read is
    harmless, and a lazy design need not decide it.
    """
    record = found.record
    if found.handed_out is not None:
        fresh = found.handed_out
        return replace(response, set_cookies=(*response.set_cookies, *fresh.set_cookies), token=fresh.token)
    if record is None or (found.id is None and kind_of(design) is not client_side):
        return response
    if found.id is not None:
        if changed or (design.session_save == "every_request" if paused else design.possibly("session_save", _every)):
            saved = yield from server_side.save(found.id, record, design)
            return _with_cookie_again(found, response, design) if saved else response
        return response
    return (yield from _keep_cookie(record, changed, response, design, paused))


def _with_cookie_again(found: Identity, response: Response, design: Design) -> Response:
    """Where every request saves the session, every response hands its id out again (Flask-Session, Laravel)."""
    again = design.possibly("session_save", _every) and design.credential_transport == "cookie"
    if not again or found.id is None or response.set_cookies:
        return response
    presented_it = isinstance(found.credential, Reference) and found.credential.id == found.id
    credential = found.credential if presented_it else Reference(found.id)
    return deliver(credential, response, design, design.later("session_save", _every))


def _keep_cookie(record: Record, changed: bool, response: Response, design: Design, paused: bool) -> Logic[Response]:
    """The cookie with the state as it is now: within the same second, and without a pause, what the client has."""
    if not (changed or design.possibly("session_save", _every) or design.possibly("idle_timeout", _server)):
        return response
    now = yield Now()
    if record.seen == now and not (changed or paused):
        return response
    credential = yield Seal(replace(record, seen=now))
    sent = True if changed else design.later(("session_save", "idle_timeout"), _renews)
    return deliver(credential, response, design, sent)


def _every(session_save: str) -> bool:
    return session_save == "every_request"


def _server(idle_timeout: str) -> bool:
    return idle_timeout == "server_side"


def _renews(session_save: str, idle_timeout: str) -> bool:
    return session_save == "every_request" or idle_timeout == "server_side"
