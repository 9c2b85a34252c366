"""Remember-me: a lasting cookie that logs its holder in again (ASVS 7.4.3)."""

from __future__ import annotations

import pytest

from tests.playbook import follow

REMEMBERED = "login=remember → 200 marko; jar: session_id remember_token\n "


@pytest.mark.parametrize("how", ["signed_static", "stored_token"])
def test_a_remembered_user_is_logged_in_again_without_a_password(how: str):
    follow(
        REMEMBERED + "close_browser → done; jar: remember_token\n me → 200 marko (remembered_login)", remember_me=how
    )


def test_nobody_is_remembered_who_did_not_ask_or_where_it_is_not_offered():
    follow("login → 200 marko; jar: session_id", remember_me="stored_token")
    follow("login=remember → 200 marko; jar: session_id")


@pytest.mark.parametrize(("how", "answer"), [("signed_static", "200 marko"), ("stored_token", "401 nobody")])
def test_a_logout_ends_a_stored_login_and_cannot_end_a_static_one(how: str, answer: str):
    """Ground truth N029."""
    text = REMEMBERED + f"copy_credential=remember → done\n logout → 200 nobody; jar:\n replay → {answer}"
    follow(text, remember_me=how)


@pytest.mark.parametrize(("how", "answer"), [("signed_static", "200 marko"), ("stored_token", "401 nobody")])
def test_a_new_password_ends_a_stored_login_where_it_revokes_sessions(how: str, answer: str):
    """Ground truth R311."""
    text = REMEMBERED + f"copy_credential=remember → done\n change_password → 200 marko\n replay → {answer}"
    follow(text, remember_me=how, password_change_revokes="other_sessions")


def test_a_disabled_account_is_not_remembered():
    follow(
        REMEMBERED + "disable_account → done\n close_browser → done\n me → 401 nobody",
        remember_me="stored_token",
    )
