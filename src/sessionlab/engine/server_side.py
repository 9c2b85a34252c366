"""Server-side sessions: the credential is a pointer, the store holds the meaning."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine.account import current
from sessionlab.engine.identity import Identity, anonymous
from sessionlab.engine.lifetime import ended_because
from sessionlab.engine.steps import CheckMac, Create, Delete, Logic, LookUp, Note, Now, Touch, Update
from sessionlab.tokens.terms import Record, Reference, SessionId


def identify(credential: Any, design: Design) -> Logic[Identity]:
    """Look the presented id up and judge the record that is found."""
    id = yield from readable_id(credential, design)
    if id is None:
        return anonymous("not_a_session_id", credential)
    record = yield LookUp(id)
    if record is None:
        return anonymous("unknown_session_id", credential, id)
    now = yield Now()
    ended = ended_because(record, now, design)
    if ended:
        yield Delete(id)
        return anonymous(ended, credential)
    yield Touch(id)
    if record.user is None:
        return anonymous("anonymous_session", credential, id, record)
    record, refused = yield from current(record, design)
    if refused:
        return anonymous(refused, credential)
    return Identity(record.user, "session_record", credential, id, record)


def readable_id(credential: Any, design: Design) -> Logic[SessionId | None]:
    """The id that a credential presents, or None if it cannot be one; a signed id is checked before it is used."""
    if not isinstance(credential, Reference):
        return None
    if design.possibly("sign_session_id", bool):
        genuine = yield CheckMac(credential)
        if not genuine and design.sign_session_id:
            return None
    return credential.id


def save(id: SessionId, record: Record, design: Design) -> Logic[bool]:
    """Write a record back at the end of a request; how a late write meets a deleted record is the design's choice."""
    if (yield Update(id, record)):
        return True
    if design.session_write == "upsert":
        yield Note("record_recreated", (id,))
        yield Create(id, record)
        return True
    yield Note("late_write_refused", (id,))
    return False
