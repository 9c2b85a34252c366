"""The server's side of a trace."""

from __future__ import annotations

from tests.render.plays import last


def test_a_new_record_is_marked():
    (entry,) = last("", "login").store
    assert (entry.change, entry.user, entry.authenticated) == ("added", "marko@example.test", True)
    assert entry.text == f"{entry.id} → user=marko@example.test, authenticated=true"


def test_a_record_that_was_only_used_has_not_changed():
    assert last("", "login wait=60 me").store[0].change == ""


def test_a_record_in_which_nobody_is_logged_in_any_more_has_changed():
    assert last("logout_deletes=identity_only", "login logout").store[0].change == "changed"


def test_a_record_that_goes_is_told_apart():
    exchange = last("", "login logout")
    assert exchange.store == ()
    assert len(exchange.store_removed) == 1


def test_the_denylist_is_shown():
    (denied,) = last("session_type=jwt token_revocation=denylist", "login logout").denied
    assert (denied.jti, denied.change) == (2, "added")


def test_a_user_record_that_changed_is_marked():
    accounts = last("", "disable_account").accounts
    assert [(account.enabled, account.change) for account in accounts] == [(False, "changed"), (True, "")]


def test_what_was_done_is_told_with_the_origin_that_asked():
    exchange = last("same_site=none", "login cross_site_request")
    assert [(deed.user, deed.asked_from) for deed in exchange.deeds] == [("marko@example.test", "https://evil.test")]
