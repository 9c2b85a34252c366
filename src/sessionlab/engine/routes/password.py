"""`POST /password`: a new password, and what becomes of the sessions that began with the old one (ASVS 7.4.3)."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine import client_side, self_contained, server_side
from sessionlab.engine.csrf import SAFE_METHODS
from sessionlab.engine.guard import stopped, wrong_method
from sessionlab.engine.identity import Identity
from sessionlab.engine.revocation import calls_back_all
from sessionlab.engine.sessions import PROGRAM_KINDS, deliver, has_others, identify, kind_of
from sessionlab.engine.steps import (
    Account,
    ChangeAccount,
    Create,
    Delete,
    DeleteAll,
    ForgetLogins,
    Logic,
    NewId,
    Note,
    Now,
    Seal,
    Update,
)
from sessionlab.http.message import Client, Request, Response
from sessionlab.tokens.terms import Record, Reference, SessionId
from sessionlab.value import replace


def answer(request: Request, design: Design) -> Logic[Response]:
    """200 when changed; the session that changed it goes on under the new password unless the design ends all."""
    if request.method in SAFE_METHODS:
        return wrong_method(request)
    found = yield from identify(request, design)
    if found.user is None or found.record is None:
        return Response(401, "action_refused", (), ground=found.ground)
    refused = yield from stopped(request, found, True, design)
    if refused is not None:
        return refused
    account = yield ChangeAccount(found.user, "password", request.field("new_password"))
    if design.possibly("remember_me", _is_stored) and design.password_change_revokes != "none":
        yield ForgetLogins(found.user)
    response = Response(200, "password_changed", (found.user,), user=found.user, ground=found.ground)
    kind = kind_of(design)
    if kind is server_side and found.id is not None:
        record = replace(found.record, password=account.password)
        return (yield from _server_session(found.id, record, response, design))
    if kind is client_side:
        cookie = yield Seal(replace(found.record, password=account.password, seen=(yield Now())))
        return deliver(cookie, response, design)
    if kind in PROGRAM_KINDS:
        # A program's key was not made of the password, and a new password makes no token of it.
        yield Note("tokens_untouched")
        return response
    return (yield from _token(found, account, response, design))


def _is_stored(remember_me: str) -> bool:
    return remember_me == "stored_token"


def _server_session(id: SessionId, record: Record, response: Response, design: Design) -> Logic[Response]:
    yield Update(id, record)
    if record.user is not None and design.password_change_revokes == "all_sessions":
        yield DeleteAll(record.user)
        return response
    if record.user is not None:
        others = yield from has_others(record.user, "password_change_revokes", id, design)
        if others and design.password_change_revokes == "other_sessions":
            yield DeleteAll(record.user, id)
    if not design.rotate_after_password_change:
        return response
    yield Delete(id)
    new = yield NewId()
    yield Create(new, replace(record, started=new.made))
    return deliver(Reference(new), response, design)


def _token(found: Identity, account: Account, response: Response, design: Design) -> Logic[Response]:
    """Tokens carry the old version and fingerprint, so the session that goes on needs a new one."""
    revokes = design.password_change_revokes != "none" and design.decide("token_revocation", calls_back_all)
    if revokes:
        account = yield ChangeAccount(account.name, "version")
        if design.password_change_revokes == "all_sessions":
            return response
    elif not design.session_auth_hash:
        yield Note("tokens_untouched")
        return response
    client = found.record.client if found.record is not None else Client()
    token = yield from self_contained.issue(account, (yield Now()), found.csrf, client, design)
    return deliver(token, response, design)
