"""The simulated server: steps answered from an immutable state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from sessionlab.engine import steps as s
from sessionlab.engine.steps import Logic
from sessionlab.servers.simulated import At, perform, run
from sessionlab.servers.state import VICTIM, ServerState, password_of
from sessionlab.tokens.terms import Claims, Record, Reference, Secret, SessionId, StateCookie, Token
from sessionlab.value import replace
from tests.playbook import holding, under

ONE, TWO, OTHER = SessionId(1), SessionId(2), SessionId(3)
RECORD = Record(VICTIM, created=10, seen=10, started=1)
STATE = holding((ONE, RECORD), (TWO, RECORD), (OTHER, replace(RECORD, user="somebody else")))
DESIGN = under()
CLAIMS = Claims(VICTIM, 1, "user", 0, 3600, "i", "a", 1)


def done(step: Any, state: ServerState = STATE, now: int = 100) -> tuple[ServerState, Any]:
    return perform(step, state, At(7, now, DESIGN))


def ids(state: ServerState) -> list[SessionId]:
    return [id for id, _ in state.sessions]


def test_the_clock_is_the_labs():
    assert done(s.Now()) == (STATE, 100)


@pytest.mark.parametrize(
    ("step", "term"), [(s.NewId(), SessionId(7)), (s.NewSecret("csrf"), Secret(7, "csrf")), (s.NewJti(), 7)]
)
def test_new_things_are_named_after_the_request_that_made_them(step: Any, term: Any):
    assert done(step) == (STATE, term)


def test_creating_replaces_what_is_there():
    state, _ = done(s.Create(ONE, replace(RECORD, items=1)))
    assert ids(state) == [TWO, OTHER, ONE]
    assert state.record(ONE) == replace(RECORD, items=1)


def test_an_update_needs_a_record_and_notes_the_time():
    assert done(s.Update(ONE, RECORD))[0].record(ONE) == replace(RECORD, seen=100)
    assert done(s.Update(SessionId(9), RECORD)) == (STATE, False)


def test_a_touch_notes_the_time_alone():
    state, there = done(s.Touch(ONE))
    assert (there, state.record(ONE)) == (True, replace(RECORD, seen=100))
    assert done(s.Touch(ONE), now=10) == (STATE, True)
    assert done(s.Touch(SessionId(9))) == (STATE, False)


def test_deleting_tells_whether_there_was_something():
    state, gone = done(s.Delete(ONE))
    assert (gone, ids(state)) == (True, [TWO, OTHER])
    assert done(s.Delete(SessionId(9))) == (STATE, False)


def test_all_sessions_of_a_user_are_his_alone():
    state, count = done(s.DeleteAll(VICTIM))
    assert (count, ids(state)) == (2, [OTHER])
    state, count = done(s.DeleteAll(VICTIM, keep=TWO))
    assert (count, ids(state)) == (1, [TWO, OTHER])
    assert done(s.CountSessions(VICTIM))[1] == 2
    assert done(s.CountSessions(VICTIM, without=ONE))[1] == 1


def test_the_denylist_has_what_was_put_on_it():
    state, _ = done(s.Deny(5, 3600))
    assert done(s.IsDenied(5), state)[1]
    assert not done(s.IsDenied(6), state)[1]
    listed = under(session_type="jwt", token_revocation="denylist")
    assert perform(s.IsDenied(5), state, At(7, 3600, listed))[1] is None


def test_passwords_are_compared_with_the_account():
    right = password_of(STATE.accounts[0])
    assert done(s.CheckPassword(VICTIM, right))[1] is True
    assert done(s.CheckPassword(VICTIM, "guess"))[1] is False
    assert done(s.CheckPassword("nobody", right))[1] is False


def test_a_change_of_nobodys_account_is_a_mistake_of_the_logic():
    with pytest.raises(LookupError):
        done(s.ChangeAccount("nobody", "version"))


def test_what_the_server_signs_is_genuine_and_nothing_else():
    token = done(s.Sign(CLAIMS))[1]
    assert done(s.Verify(token))[1] is True
    assert done(s.Verify(Token(CLAIMS, signed_by="nobody")))[1] is False
    cookie = done(s.Seal(RECORD))[1]
    assert done(s.CheckSeal(cookie))[1] is True
    assert done(s.CheckSeal(StateCookie(RECORD, sealed_by="nobody")))[1] is False
    assert done(s.CheckMac(Reference(ONE)))[1] is True
    assert done(s.CheckMac(Reference(ONE, genuine=False)))[1] is False


def test_deeds_are_remembered():
    state, _ = done(s.Perform(VICTIM, "https://evil.test", "user"))
    assert [(deed.user, deed.asked_from) for deed in state.deeds] == [(VICTIM, "https://evil.test")]


# Driving logic


def two_questions() -> Logic[Any]:
    first = yield s.LookUp(ONE)
    yield s.Pause()
    second = yield s.LookUp(ONE)
    return (first, second)


def test_logic_is_driven_to_its_end_with_every_answer_on_record():
    finished: Any = run(two_questions(), STATE, 7, 100, DESIGN)
    assert finished.response == (RECORD, RECORD)
    assert finished.steps == ((s.LookUp(ONE), RECORD), (s.Pause(), None), (s.LookUp(ONE), RECORD))


def test_logic_that_halts_waits_at_its_pause():
    waiting = run(two_questions(), STATE, 7, 100, DESIGN, halts=True)
    assert waiting.response is None
    assert waiting.steps == ((s.LookUp(ONE), RECORD), (s.Pause(), None))


def test_a_suspended_request_goes_on_with_its_old_answers_and_asks_the_rest_anew():
    waiting = run(two_questions(), STATE, 7, 100, DESIGN, halts=True)
    later = replace(STATE, entries=())
    finished: Any = run(two_questions(), later, 7, 200, DESIGN, answered=waiting.steps)
    assert finished.response == (RECORD, None)
    assert finished.state == later


def test_nothing_in_between_is_no_difference():
    waiting = run(two_questions(), STATE, 7, 100, DESIGN, halts=True)
    assert run(two_questions(), waiting.state, 7, 100, DESIGN, answered=waiting.steps) == run(
        two_questions(), STATE, 7, 100, DESIGN
    )


def test_whoever_holds_a_lock_goes_first():
    asked: list[SessionId] = []

    def wait(state: ServerState, id: SessionId) -> ServerState:
        asked.append(id)
        return replace(state, entries=())

    finished: Any = run(two_questions(), STATE, 7, 100, DESIGN, wait=wait)
    assert finished.response == (None, None)
    assert asked == [ONE, ONE]


def test_a_run_leaves_the_state_it_was_given_alone():
    before = replace(STATE)

    def deletes() -> Iterator[Any]:
        yield s.DeleteAll(VICTIM)

    assert run(deletes(), STATE, 7, 100, DESIGN).state != STATE  # type: ignore[arg-type]
    assert before == STATE
