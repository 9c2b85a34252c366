"""Client-side sessions: the cookie is the session."""

from __future__ import annotations

import pytest

from sessionlab.engine.client_side import CLIENT_SIDE, identify
from sessionlab.engine.durations import IDLE_LIMIT
from sessionlab.servers.state import VICTIM, ServerState
from sessionlab.tokens.terms import Garbled, Record, Reference, SessionId, StateCookie
from sessionlab.value import replace
from tests.engine.driving import NOW, asked_for, driven, plain, result

RECORD = Record(VICTIM, NOW, NOW, 1)


@pytest.mark.parametrize("kind", CLIENT_SIDE)
def test_the_state_in_the_cookie_is_the_user_and_no_store_is_asked(kind: str):
    done = driven(identify(StateCookie(RECORD), plain(session_type=kind)))
    assert (done.response.user, done.response.ground) == (VICTIM, "state_in_cookie")
    assert asked_for(done) == (["Now"] if kind == "unsigned_cookie" else ["CheckSeal", "Now"])
    assert done.state == ServerState()


@pytest.mark.parametrize(
    ("kind", "user"), [("signed_cookie", None), ("encrypted_cookie", None), ("unsigned_cookie", VICTIM)]
)
def test_an_altered_state_is_believed_only_without_a_seal(kind: str, user: str | None):
    """Ground truth R222, R223."""
    found = result(identify(StateCookie(RECORD, sealed_by="nobody"), plain(session_type=kind)))
    assert found.user == user
    assert user is not None or found.ground == "seal_broken"


@pytest.mark.parametrize("credential", [Garbled(StateCookie(RECORD)), Reference(SessionId(1)), "text"])
def test_what_is_no_state_cookie_says_nothing(credential: object):
    assert result(identify(credential, plain(session_type="signed_cookie"))).ground == "not_a_state_cookie"


def test_state_of_nobody_is_an_anonymous_session():
    found = result(identify(StateCookie(replace(RECORD, user=None)), plain(session_type="signed_cookie")))
    assert (found.user, found.ground, found.record is not None) == (None, "anonymous_session", True)


def test_limits_are_read_from_the_cookie_itself():
    """Presets: lifetime_enforced_by_server without a store (flask_permanent)."""
    design = plain(session_type="signed_cookie", idle_timeout="server_side")
    assert result(identify(StateCookie(RECORD), design), now=NOW + IDLE_LIMIT).ground == "idle_limit"


def test_the_password_fingerprint_works_without_a_store():
    """Ground truth R306, measured with Django's signed_cookies."""
    state = ServerState(accounts=tuple(replace(one, password=1) for one in ServerState().accounts))
    design = plain(session_type="signed_cookie", session_auth_hash=True)
    assert result(identify(StateCookie(RECORD), design), state).ground == "password_changed"
