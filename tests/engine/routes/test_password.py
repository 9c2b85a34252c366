"""`/password`: a new password, and what becomes of the sessions that began with the old one (ASVS 7.4.3)."""

from __future__ import annotations

import pytest

from tests.engine.driving import request, response_to
from tests.playbook import follow

TWO_DEVICES = """
    login           → 200 marko
    device2:login   → 200 marko
    copy_credential → done
    change_password → 200 marko
    replay          → {copy}
    me              → {own}
    device2:me      → {other}
"""
IN, OUT = "200 marko", "401 nobody"


@pytest.mark.parametrize(
    ("switches", "copy", "own", "other"),
    [
        ({}, IN, IN, IN),  # ground truth N007
        ({"rotate_after_password_change": True}, OUT, IN, IN),
        ({"password_change_revokes": "other_sessions"}, IN, IN, OUT),  # N001: the copy is the session that changed it
        ({"password_change_revokes": "other_sessions", "rotate_after_password_change": True}, OUT, IN, OUT),
        ({"password_change_revokes": "all_sessions"}, OUT, OUT, OUT),
        ({"session_auth_hash": True}, IN, IN, OUT),
        ({"session_auth_hash": True, "rotate_after_password_change": True}, OUT, IN, OUT),  # measured: django_db
    ],
)
def test_which_server_sessions_survive_a_change_of_password(switches: dict, copy: str, own: str, other: str):
    follow(TWO_DEVICES.format(copy=copy, own=own, other=other), **switches)


@pytest.mark.parametrize("kind", ["signed_cookie", "encrypted_cookie"])
@pytest.mark.parametrize(("hashes", "others"), [(False, IN), (True, OUT)])
def test_state_cookies_survive_unless_they_carry_a_fingerprint(kind: str, hashes: bool, others: str):
    """Ground truth N006, R306, R307."""
    text = TWO_DEVICES.format(copy=others, own=IN, other=others)
    follow(text, session_type=kind, session_auth_hash=hashes, user_data_source="user_record")


@pytest.mark.parametrize(
    ("switches", "own", "others"),
    [
        ({}, IN, IN),  # ground truth R308
        ({"session_auth_hash": True}, IN, OUT),
        ({"password_change_revokes": "other_sessions", "token_revocation": "token_version"}, IN, OUT),
        ({"password_change_revokes": "all_sessions", "token_revocation": "token_version"}, OUT, OUT),
        ({"password_change_revokes": "all_sessions", "token_revocation": "denylist"}, IN, IN),
    ],
)
def test_tokens_survive_unless_their_version_or_fingerprint_is_compared(switches: dict, own: str, others: str):
    """Vocabulary, `token_revocation`; a denylist knows no tokens but those that are named to it."""
    follow(TWO_DEVICES.format(copy=others, own=own, other=others), session_type="jwt", **switches)


def test_a_forged_change_of_password_is_refused():
    response = response_to(request("/password", "POST"))
    assert (response.status, response.ground) == (401, "no_credential")
    follow(
        "login → 200 marko\n visit=/read → 200 marko\n change_password → 200 marko", csrf_defence="double_submit_signed"
    )


def test_get_changes_no_password():
    assert response_to(request("/password")).status == 405
