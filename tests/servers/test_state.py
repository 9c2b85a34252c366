"""What the simulated server remembers."""

from __future__ import annotations

from sessionlab.servers.state import ATTACKER, PASSWORDS, VICTIM, ServerState, changed, next_password, password_of
from sessionlab.tokens.terms import Record, SessionId
from tests.playbook import holding

RECORD = Record(VICTIM, 0, 0, 1)


def test_a_record_is_found_by_its_id_and_no_other():
    state = holding((SessionId(1), RECORD))
    assert state.record(SessionId(1)) == RECORD
    assert state.record(SessionId(2)) is None
    assert state.record(SessionId(1, maker="attacker")) is None


def test_two_people_have_accounts():
    state = ServerState()
    assert [account.name for account in state.accounts] == [VICTIM, ATTACKER]
    assert state.account("nobody@example.test") is None


def test_a_password_is_the_first_one_until_another_is_chosen():
    account = ServerState().accounts[0]
    assert password_of(account) == dict(PASSWORDS)[VICTIM]
    chosen = changed(account, "password", "new one")
    assert (password_of(chosen), chosen.password) == ("new one", 1)


def test_the_next_password_is_always_another_one():
    account = ServerState().accounts[0]
    seen = {password_of(account)}
    for _ in range(3):
        account = changed(account, "password", next_password(account))
        assert password_of(account) not in seen
        seen.add(password_of(account))


def test_each_change_changes_one_thing():
    account = ServerState().accounts[0]
    assert changed(account, "role", "admin").role == "admin"
    assert not changed(account, "disable", None).enabled
    assert changed(account, "version", None).version == 1
    assert changed(account, "version", None).password == 0
