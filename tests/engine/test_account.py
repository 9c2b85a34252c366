"""What the user record says about a session that is alive by itself."""

from __future__ import annotations

import pytest

from sessionlab.engine.account import current, with_account
from sessionlab.engine.steps import Account
from sessionlab.servers.state import VICTIM, ServerState
from sessionlab.tokens.terms import Record
from sessionlab.value import replace
from tests.engine.driving import asked_for, driven, plain, result

RECORD = Record(VICTIM, 0, 0, 1)


def changed(**changes) -> ServerState:
    return ServerState(accounts=(Account(VICTIM, 1, **changes),))


def test_the_user_record_is_not_asked_without_need():
    done = driven(current(RECORD, plain()))
    assert (done.response, asked_for(done)) == ((RECORD, None), [])


def test_role_and_state_are_read_anew_where_the_user_record_counts():
    """Ground truth R318, R314."""
    design = plain(user_data_source="user_record")
    assert result(current(RECORD, design), changed(role="admin")) == (replace(RECORD, role="admin"), None)
    assert result(current(RECORD, design), changed(enabled=False))[1] == "account_disabled"


def test_a_snapshot_stays_as_it_was():
    """Ground truth R316: claims are a snapshot."""
    assert result(current(RECORD, plain()), changed(role="admin", enabled=False)) == (RECORD, None)


@pytest.mark.parametrize(("hashes", "refused"), [(True, "password_changed"), (False, None)])
def test_a_password_fingerprint_ends_sessions_of_the_old_password(hashes: bool, refused: str | None):
    assert result(current(RECORD, plain(session_auth_hash=hashes)), changed(password=1))[1] == refused


def test_an_account_that_is_gone_has_no_sessions():
    assert result(current(RECORD, plain(session_auth_hash=True)), ServerState(accounts=()))[1] == "account_gone"


def test_nobody_has_no_account():
    nobody = replace(RECORD, user=None)
    assert result(current(nobody, plain(user_data_source="user_record"))) == (nobody, None)


def test_a_record_takes_over_what_the_account_says():
    assert with_account(RECORD, Account(VICTIM, 1, role="admin", enabled=False)) == replace(
        RECORD, role="admin", enabled=False
    )
