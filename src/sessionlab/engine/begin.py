"""Beginning the session of a user: create the state of a login, and hand out the credential for it."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine import client_side, self_contained
from sessionlab.engine.account import with_account
from sessionlab.engine.identity import Identity
from sessionlab.engine.oauth_client import hand_over
from sessionlab.engine.refresh import hand_out
from sessionlab.engine.sessions import PROGRAM_KINDS, TOKENS, csrf_secret, deliver, has_others, kind_of
from sessionlab.engine.steps import Account, Create, Delete, DeleteAll, Logic, NewId, Note, Now, Seal, Update
from sessionlab.http.message import Client, Response
from sessionlab.tokens.machine import ApiKey
from sessionlab.tokens.terms import Record, Reference, SessionId
from sessionlab.value import replace


def log_in(account: Account, before: Identity, client: Client, design: Design) -> Logic[tuple[Identity, Response]]:
    """Create the state of a login and hand out its credential, and the API's tokens that the page gets to hold."""
    found, response = yield from _log_in(account, before, client, design)
    return found, (yield from hand_over(account.name, response, design))


def _log_in(account: Account, before: Identity, client: Client, design: Design) -> Logic[tuple[Identity, Response]]:
    now = yield Now()
    secret = yield from csrf_secret(design)
    if before.csrf is not None:
        secret = design.later("rotate_csrf_secret_after_login", _new_or_old, secret, before.csrf)
    response = Response(200, "logged_in", (account.name,), user=account.name, ground="password_checked")
    kind = kind_of(design)
    if kind in PROGRAM_KINDS:
        key = yield from kind.issue(account, client, design)
        found = Identity(account.name, "key_registered", key)
        # A key that is shown can travel in a cookie; one that signs, or proves itself in the handshake, never travels.
        return found, (deliver(key, response, design) if isinstance(key, ApiKey) else replace(response, token=key))
    if kind in TOKENS:
        token = yield from self_contained.issue(account, now, secret, client, design)
        record = self_contained.as_record(token.claims)
        response = yield from hand_out(token.claims, client, deliver(token, response, design), design)
        return Identity(account.name, "password_checked", token, None, record), response
    items = before.record.items if before.record is not None else 0
    record = with_account(
        Record(account.name, now, now, started=0, csrf=secret, password=account.password, items=items, client=client),
        account,
    )
    if kind is client_side:
        id = yield NewId()
        record = replace(record, started=id.made)
        cookie = yield Seal(record)
        return Identity(account.name, "password_checked", cookie, None, record), deliver(cookie, response, design)
    return (yield from _with_record(record, before, response, design))


def _new_or_old(rotate: bool, new: Any, old: Any) -> Any:
    return new if rotate else old


def _with_record(
    record: Record, before: Identity, response: Response, design: Design
) -> Logic[tuple[Identity, Response]]:
    """Write the record under the id that login leaves behind: a new one, or the one that the client brought."""
    if record.user is not None:
        others = yield from has_others(record.user, "concurrent_sessions", None, design)
        if others and design.concurrent_sessions == "one":
            yield DeleteAll(record.user)
    kept = before.id if _may_keep(before, design) else None
    if kept is not None:
        yield Note("id_kept", (kept,))
        record = replace(record, started=kept.made)
        yield Create(kept, record)
        found = Identity(record.user, "password_checked", before.credential, kept, record)
        return found, replace(response, details=(*response.details, "id_kept"))
    if before.id is not None and before.record is not None:
        yield from _retire(before.id, before.record, record, design)
    id = yield NewId()
    record = replace(record, started=id.made)
    yield Create(id, record)
    reference = Reference(id)
    return Identity(record.user, "password_checked", reference, id, record), deliver(reference, response, design)


def _may_keep(before: Identity, design: Design) -> bool:
    """Without rotation, a known id stays; an unknown one stays under permissive session management."""
    if before.id is None:
        return False
    if before.record is None and not design.accept_unknown_session_id:
        return False
    return not design.rotate_after_login


def _retire(old: SessionId, was: Record, now_is: Record, design: Design) -> Logic[None]:
    """What the id from before login means afterwards (OWASP SMCS, "Renew the Session ID")."""
    if design.old_id_after_rotation == "deleted":
        yield Delete(old)
    elif design.old_id_after_rotation == "kept_authenticated":
        yield Update(old, replace(now_is, started=was.started))
    else:
        yield Note("old_id_kept", (old,))
