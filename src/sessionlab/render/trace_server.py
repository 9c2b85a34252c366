"""The server's side of a trace: the session store, the denylist, user records, and what was done in whose name."""

from __future__ import annotations

from typing import NamedTuple

from sessionlab.design.design import Design
from sessionlab.engine.steps import Account, RefreshState
from sessionlab.render import form
from sessionlab.render.pen import Pen
from sessionlab.render.registry import Registry
from sessionlab.render.terms import store_key, until
from sessionlab.servers.fleet import INSTANCES, instance_name, seen_by
from sessionlab.servers.state import Deed, Entry, ServerState
from sessionlab.tokens.terms import Record, SessionId
from sessionlab.value import replace

Entries = tuple[form.Entry, ...]


def store(was: ServerState, now: ServerState, pen: Pen, registry: Registry, at: Onlooker) -> tuple[Entries, Entries]:
    """The session records with what changed, and those that are gone."""
    shown = tuple(
        _seen(_entry(entry.id, entry.record, _change(_before(entry, was), entry.record), pen, registry), entry, now, at)
        for entry in now.entries
    )
    late = tuple(
        replace(_seen(_entry(entry.id, entry.record, "", pen, registry), entry, now, at), late=True)
        for entry in now.stale
        if at.seen_by(entry, now)
    )
    left = {(entry.id, entry.place.number) for entry in now.entries}
    gone = tuple(
        _entry(entry.id, entry.record, "", pen, registry)
        for entry in was.entries
        if (entry.id, entry.place.number) not in left
    )
    return (*shown, *late), gone


class Onlooker(NamedTuple):
    """Who looks at the stores, and when: under this design, at that second."""

    design: Design
    clock: int

    @property
    def instances(self) -> tuple[str, ...]:
        """The names of the instances, where there are two."""
        return INSTANCES if self.design.app_instances == "two" else ()

    def seen_by(self, entry: Entry, state: ServerState) -> tuple[str, ...]:
        """The instances that see an entry."""
        return seen_by(entry.place, self.clock, state.history, self.design)


def _before(entry: Entry, was: ServerState) -> Record | None:
    there = (old for old in was.entries if (old.id, old.place.number) == (entry.id, entry.place.number))
    same_id = (old for old in was.entries if old.id == entry.id)
    found = next(there, None) or next(same_id, None)
    return None if found is None else found.record


def _seen(shown: form.Entry, entry: Entry, state: ServerState, at: Onlooker) -> form.Entry:
    """The entry with who sees it, where there is more than one instance."""
    if not at.instances:
        return shown
    known = at.seen_by(entry, state)
    return replace(shown, known_on=known, unknown_on=tuple(one for one in at.instances if one not in known))


def _change(old: Record | None, new: Record) -> str:
    if old is None:
        return "added"
    return "" if replace(old, seen=new.seen) == new else "changed"


def _entry(id: SessionId, record: Record, change: str, pen: Pen, registry: Registry) -> form.Entry:
    return form.Entry(
        id=store_key(id, pen.how),
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


def denied(was: ServerState, now: ServerState, at: Onlooker) -> tuple[form.Denied, ...]:
    """The denylist."""
    apart = at.instances and at.design.denylist_scope == "per_instance"
    return tuple(
        form.Denied(
            one.jti,
            until(one.until),
            "" if (one.jti, one.until) in was.denied else "added",
            instance_name(one.number, now.history, at.design) if apart else "",
        )
        for one in now.denials
    )


def refresh(was: ServerState, now: ServerState, pen: Pen, registry: Registry) -> tuple[form.Refresh, ...]:
    """The refresh tokens, and what became of each."""
    return tuple(
        form.Refresh(
            token=registry.name(known.token) or "",
            text=pen.text(known.token),
            user=known.token.user,
            login=known.token.family,
            state="revoked" if known.revoked else "fresh" if known.used is None else "used",
            change="" if known in was.refresh else "added" if _is_new(known, was) else "changed",
        )
        for known in now.refresh
    )


def _is_new(known: RefreshState, was: ServerState) -> bool:
    return all(old.token != known.token for old in was.refresh)


def remembered(was: ServerState, now: ServerState, pen: Pen, registry: Registry) -> tuple[form.Remembered, ...]:
    """The remembered logins."""
    return tuple(
        form.Remembered(registry.name(token) or "", pen.text(token), token.user, "" if token in was.logins else "added")
        for token in now.logins
    )


def accounts(was: ServerState, now: ServerState) -> tuple[form.Account, ...]:
    """The user records."""
    return tuple(_account(account, "" if account in was.accounts else "changed") for account in now.accounts)


def _account(account: Account, change: str) -> form.Account:
    return form.Account(account.name, account.role, account.enabled, account.password, account.version, change)


def deeds(was: ServerState, now: ServerState) -> tuple[form.Deed, ...]:
    """What was done in somebody's name in this exchange."""
    new: tuple[Deed, ...] = now.deeds[len(was.deeds) :]
    return tuple(form.Deed(deed.user, deed.asked_from) for deed in new)
