"""The simulated session stores: one for all instances, one each, or copies that follow a little later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessionlab.engine import steps as s
from sessionlab.servers.fleet import Place, sees
from sessionlab.servers.state import Entry, ServerState
from sessionlab.tokens.terms import Record, SessionId
from sessionlab.value import replace

if TYPE_CHECKING:
    from sessionlab.servers.simulated import At


def found(id: SessionId, state: ServerState, at: At) -> Entry | None:
    """The entry under an id that the serving instance sees, the primary's before a late replica's."""
    # Where two places wrote under one id, the later write wins in the end.
    for entry in (*state.entries[::-1], *state.stale):
        if entry.id == id and sees(entry.place, at.number, at.now, state.history, at.design):
            return entry
    return None


def look_up(step: s.LookUp, state: ServerState, at: At) -> tuple[ServerState, Record | None]:
    """Read a record."""
    entry = found(step.id, state, at)
    return state, None if entry is None else entry.record


def create(step: s.Create, state: ServerState, at: At) -> tuple[ServerState, None]:
    """Write a record; what the serving instance saw under this id before is replaced."""
    state = without(state, found(step.id, state, at), at)
    return replace(state, entries=(*state.entries, Entry(step.id, step.record, Place(at.number, at.now)))), None


def update(step: s.Update, state: ServerState, at: At) -> tuple[ServerState, bool]:
    """Write a record that is there."""
    known = found(step.id, state, at)
    if known is None or known not in state.entries:
        return state, False
    # `seen` is the store's own note of use; a late write of an older copy does not turn it back.
    record = replace(step.record, seen=at.now)
    if record == known.record:
        return state, True
    return rewritten(known, record, state, at), True


def rewritten(known: Entry, record: Record, state: ServerState, at: At) -> ServerState:
    """The state with another record in an entry; late replicas keep the old one for a while."""
    if replace(record, seen=known.record.seen) != known.record and _has_late_replicas(at):
        state = replace(state, stale=(*state.stale, _left_behind(known, at)))
        return _with_record(state, known, record, Place(known.place.number, at.now))
    return _with_record(state, known, record, known.place)


def touch(step: s.Touch, state: ServerState, at: At) -> tuple[ServerState, bool]:
    """Note the time of use."""
    known = found(step.id, state, at)
    if known is None:
        return state, False
    if known.record.seen == at.now or known not in state.entries:
        return state, True
    return _with_record(state, known, replace(known.record, seen=at.now), known.place), True


def _with_record(state: ServerState, known: Entry, record: Record, place: Place) -> ServerState:
    entries = tuple([Entry(known.id, record, place) if entry is known else entry for entry in state.entries])
    return replace(state, entries=entries)


def delete(step: s.Delete, state: ServerState, at: At) -> tuple[ServerState, bool]:
    """Delete a record, if the serving instance sees it."""
    known = found(step.id, state, at)
    return without(state, known, at), known is not None


def count(step: s.CountSessions, state: ServerState, at: At) -> tuple[ServerState, int]:
    """How many records of a user the serving instance sees."""
    return state, sum(entry.id != step.without for entry in _of_user(step.user, state, at))


def delete_all(step: s.DeleteAll, state: ServerState, at: At) -> tuple[ServerState, int]:
    """Delete all records of a user that the serving instance sees, but for one."""
    gone = [entry for entry in _of_user(step.user, state, at) if entry.id != step.keep]
    for entry in gone:
        state = without(state, entry, at)
    return state, len(gone)


def _of_user(user: str, state: ServerState, at: At) -> list[Entry]:
    return [
        entry
        for entry in state.entries
        if entry.record.user == user and sees(entry.place, at.number, at.now, state.history, at.design)
    ]


def without(state: ServerState, known: Entry | None, at: At) -> ServerState:
    """The state without an entry; late replicas keep it for a while."""
    if known is None or known not in state.entries:
        return state
    left = tuple(entry for entry in state.entries if entry is not known)
    late = (*state.stale, _left_behind(known, at)) if _has_late_replicas(at) else state.stale
    return replace(state, entries=left, stale=late)


def _left_behind(known: Entry, at: At) -> Entry:
    return replace(known, place=replace(known.place, gone=at.now))


def _has_late_replicas(at: At) -> bool:
    return bool(at.design.store_scope == "replicated_async")
