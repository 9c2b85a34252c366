"""The simulated session stores of one instance or two."""

from __future__ import annotations

from sessionlab.engine import steps as s
from sessionlab.servers.session_store import count, create, delete, delete_all, found, look_up, touch, update
from sessionlab.servers.simulated import At
from sessionlab.servers.state import VICTIM, ServerState
from sessionlab.tokens.terms import Record, SessionId
from sessionlab.value import replace
from tests.playbook import under

ID, OTHER = SessionId(1), SessionId(2)
RECORD = Record(VICTIM, created=0, seen=0, started=1)
APART = under(app_instances="two")
LATE = under(app_instances="two", session_store="redis", store_scope="replicated_async")


def at(number: int, now: int = 0, design=APART) -> At:
    return At(number, now, design)


def with_record(design=APART) -> ServerState:
    return create(s.Create(ID, RECORD), ServerState(), at(1, design=design))[0]


def test_each_instance_reads_its_own_store():
    state = with_record()
    assert look_up(s.LookUp(ID), state, at(3))[1] == RECORD
    assert look_up(s.LookUp(ID), state, at(2))[1] is None


def test_one_id_may_have_a_record_in_each_store():
    state = create(s.Create(ID, replace(RECORD, user=None)), with_record(), at(2))[0]
    assert len(state.entries) == 2
    seen = [look_up(s.LookUp(ID), state, at(number))[1] for number in (3, 4)]
    assert [record.user for record in seen if record is not None] == [VICTIM, None]


def test_an_instance_deletes_and_counts_only_what_it_sees():
    state = create(s.Create(OTHER, RECORD), with_record(), at(2))[0]
    assert count(s.CountSessions(VICTIM), state, at(3))[1] == 1
    left, gone = delete_all(s.DeleteAll(VICTIM), state, at(3))
    assert (gone, [entry.id for entry in left.entries]) == (1, [OTHER])
    assert delete(s.Delete(ID), state, at(2)) == (state, False)


def test_writing_back_what_is_not_there_fails():
    assert update(s.Update(ID, RECORD), with_record(), at(2))[1] is False
    assert touch(s.Touch(ID), with_record(), at(2))[1] is False


def test_a_deleted_record_lives_on_at_a_replica_for_a_moment():
    state = delete(s.Delete(ID), with_record(LATE), at(3, 10, LATE))[0]
    assert state.entries == ()
    assert found(ID, state, at(4, 10, LATE)) is not None
    assert found(ID, state, at(5, 10, LATE)) is None
    assert found(ID, state, at(4, 11, LATE)) is None


def test_a_note_of_use_makes_no_replica_late():
    state = touch(s.Touch(ID), with_record(LATE), at(3, 10, LATE))[0]
    assert state.stale == ()
    assert state.entries[0].record.seen == 10
