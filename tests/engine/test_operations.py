"""What operators do without a request (ASVS 7.4.2)."""

from __future__ import annotations

import pytest

from sessionlab.engine.operations import change_role, disable
from sessionlab.servers.state import ATTACKER, VICTIM
from sessionlab.tokens.terms import Record, SessionId
from tests.engine.driving import NOW, asked_for, driven, noted, plain
from tests.playbook import holding

TWO_USERS = holding((SessionId(1), Record(VICTIM, NOW, NOW, 1)), (SessionId(2), Record(ATTACKER, NOW, NOW, 2)))


def test_a_role_is_changed_in_the_account_alone():
    state = driven(change_role(VICTIM, "admin"), TWO_USERS).state
    account = state.account(VICTIM)
    assert account is not None
    assert (account.role, state.sessions) == ("admin", TWO_USERS.sessions)


@pytest.mark.parametrize(("revokes", "left"), [(True, [ATTACKER]), (False, [VICTIM, ATTACKER])])
def test_disabling_ends_the_users_sessions_if_the_design_does(revokes: bool, left: list[str]):
    state = driven(disable(VICTIM, plain(account_disable_revokes=revokes)), TWO_USERS).state
    account = state.account(VICTIM)
    assert account is not None
    assert not account.enabled
    assert [record.user for _, record in state.sessions] == left


def test_tokens_end_with_their_version():
    design = plain(session_type="jwt", account_disable_revokes=True, token_revocation="token_version")
    assert asked_for(driven(disable(VICTIM, design))) == ["ChangeAccount", "ChangeAccount"]


@pytest.mark.parametrize(
    "switches", [{"session_type": "signed_cookie"}, {"session_type": "jwt", "token_revocation": "denylist"}]
)
def test_what_the_server_has_no_list_of_it_cannot_end(switches: dict):
    """A denylist takes token ids, and the server remembers none; a client-side session is nowhere but in the client."""
    assert noted(driven(disable(VICTIM, plain(account_disable_revokes=True, **switches)))) == ["nothing_to_invalidate"]
