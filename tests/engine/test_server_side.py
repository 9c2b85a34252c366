"""Server-side sessions: a pointer in the cookie, the meaning in the store (lesson, section 4)."""

from __future__ import annotations

import pytest

from sessionlab.engine.durations import IDLE_LIMIT
from sessionlab.engine.server_side import identify, readable_id, save
from sessionlab.servers.state import VICTIM, ServerState
from sessionlab.tokens.terms import Claims, Garbled, Record, Reference, SessionId, Token
from sessionlab.value import replace
from tests.engine.driving import NOW, asked_for, driven, plain, result
from tests.playbook import holding

ID = SessionId(1)
RECORD = Record(VICTIM, NOW - 100, NOW - 100, 1)
STATE = holding((ID, RECORD))


def test_a_known_id_is_its_records_user():
    done = driven(identify(Reference(ID), plain()), STATE)
    assert (done.response.user, done.response.ground, done.response.id) == (VICTIM, "session_record", ID)
    assert asked_for(done) == ["LookUp", "Now", "Touch"]


def test_use_is_noted_in_the_record():
    assert driven(identify(Reference(ID), plain()), STATE).state.sessions == ((ID, replace(RECORD, seen=NOW)),)


def test_an_unknown_id_is_nobody():
    found = result(identify(Reference(SessionId(2)), plain()), STATE)
    assert (found.user, found.ground, found.id) == (None, "unknown_session_id", SessionId(2))


def test_an_anonymous_record_is_nobody_with_a_session():
    state = holding((ID, replace(RECORD, user=None)))
    found = result(identify(Reference(ID), plain()), state)
    assert (found.user, found.ground, found.id) == (None, "anonymous_session", ID)
    assert found.record is not None


def test_a_record_that_has_ended_is_deleted_when_somebody_asks():
    done = driven(identify(Reference(ID), plain(idle_timeout="server_side")), STATE, NOW + IDLE_LIMIT)
    assert (done.response.ground, done.state.sessions) == ("idle_limit", ())


@pytest.mark.parametrize(
    "credential", [Garbled(Reference(ID)), Token(Claims(VICTIM, 1, "user", 0, 1, "", "", 1)), "text"]
)
def test_what_is_no_reference_is_not_looked_up(credential: object):
    done = driven(identify(credential, plain()), STATE)
    assert (done.response.ground, asked_for(done)) == ("not_a_session_id", [])


@pytest.mark.parametrize(
    ("signs", "genuine", "readable"),
    [(False, False, True), (False, True, True), (True, True, True), (True, False, False)],
)
def test_a_signed_id_is_checked_before_it_is_used(signs: bool, genuine: bool, readable: bool):
    """Vocabulary, `sign_session_id`; measured: @fastify/session, express-session."""
    done = driven(readable_id(Reference(ID, genuine), plain(sign_session_id=signs)))
    assert done.response == (ID if readable else None)
    assert ("CheckMac" in asked_for(done)) == signs


@pytest.mark.parametrize(("write", "saved"), [("update_existing", False), ("locked", False), ("upsert", True)])
def test_a_late_write_meets_a_deleted_record(write: str, saved: bool):
    """Ground truth N010, N011, N012."""
    done = driven(save(ID, RECORD, plain(session_write=write)), ServerState())
    assert done.response is saved
    assert bool(done.state.sessions) is saved


@pytest.mark.parametrize("write", ["update_existing", "locked", "upsert"])
def test_a_record_that_is_there_is_written_in_any_case(write: str):
    changed = replace(RECORD, items=3)
    done = driven(save(ID, changed, plain(session_write=write)), STATE)
    assert done.response is True
    assert done.state.sessions == ((ID, replace(changed, seen=NOW)),)


def test_a_fingerprint_of_an_older_password_is_refused():
    """Vocabulary, `session_auth_hash` (Django)."""
    state = replace(STATE, accounts=tuple(replace(one, password=1) for one in STATE.accounts))
    assert result(identify(Reference(ID), plain(session_auth_hash=True)), state).ground == "password_changed"
    assert result(identify(Reference(ID), plain()), state).user == VICTIM
