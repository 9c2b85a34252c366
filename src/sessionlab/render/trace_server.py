"""The server's side of a trace: the session store, the denylist, user records, and what was done in whose name."""

from __future__ import annotations

from sessionlab.engine.steps import Account
from sessionlab.render import form
from sessionlab.render.pen import Pen
from sessionlab.render.registry import Registry
from sessionlab.render.terms import until
from sessionlab.servers.state import Deed, ServerState
from sessionlab.tokens.terms import Record, SessionId
from sessionlab.value import replace

Entries = tuple[form.Entry, ...]


def store(was: ServerState, now: ServerState, pen: Pen, registry: Registry) -> tuple[Entries, Entries]:
    """The session records with what changed, and those that are gone."""
    old = dict(was.sessions)
    kept = {id for id, _ in now.sessions}
    shown = tuple(_entry(id, record, _change(old.get(id), record), pen, registry) for id, record in now.sessions)
    gone = tuple(_entry(id, record, "", pen, registry) for id, record in was.sessions if id not in kept)
    return shown, gone


def _change(old: Record | None, new: Record) -> str:
    if old is None:
        return "added"
    return "" if replace(old, seen=new.seen) == new else "changed"


def _entry(id: SessionId, record: Record, change: str, pen: Pen, registry: Registry) -> form.Entry:
    return form.Entry(
        id=pen.text(id),
        token=registry.name(id) or "",
        text=pen.entry(id, record),
        user=record.user,
        authenticated=record.user is not None,
        role=record.role,
        created=record.created,
        seen=record.seen,
        items=record.items,
        change=change,
    )


def denied(was: ServerState, now: ServerState) -> tuple[form.Denied, ...]:
    """The denylist."""
    return tuple(form.Denied(jti, until(end), "" if (jti, end) in was.denied else "added") for jti, end in now.denied)


def accounts(was: ServerState, now: ServerState) -> tuple[form.Account, ...]:
    """The user records."""
    return tuple(_account(account, "" if account in was.accounts else "changed") for account in now.accounts)


def _account(account: Account, change: str) -> form.Account:
    return form.Account(account.name, account.role, account.enabled, account.password, account.version, change)


def deeds(was: ServerState, now: ServerState) -> tuple[form.Deed, ...]:
    """What was done in somebody's name in this exchange."""
    new: tuple[Deed, ...] = now.deeds[len(was.deeds) :]
    return tuple(form.Deed(deed.user, deed.asked_from) for deed in new)
