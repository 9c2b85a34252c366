"""What a person does in DevTools."""

from __future__ import annotations

from tests.playbook import follow, played


def test_deleting_the_cookie_by_hand_does_not_tell_the_server():
    """Lesson, section 17: the browser deleted the cookie, the server has the record."""
    follow("login → 200 marko\n delete_cookie → done; jar: ; store: marko\n me → 401 nobody (no_credential)")


def test_a_restored_cookie_is_as_good_as_it_was():
    text = "login → 200 marko\n delete_cookie → done; jar:\n restore_cookie → done; jar: session_id\n me → 200 marko"
    follow(text)
    assert played("login delete_cookie restore_cookie").device("victim").jar == played("login").device("victim").jar


def test_a_restored_cookie_replaces_one_of_its_name():
    follow(
        """
        login          → 200 marko
        delete_cookie  → done
        login          → 200 marko; jar: session_id; store: marko marko
        restore_cookie → done; jar: session_id
        me             → 200 marko
        """
    )


def test_other_cookies_stay():
    follow("login → 200 marko\n delete_cookie → done; jar: csrf_token", csrf_defence="double_submit_signed")


def test_without_a_cookie_there_is_nothing_to_delete_or_to_restore():
    follow(
        "visit → 200 nobody\n delete_cookie → refused no_cookie_to_delete\n restore_cookie → refused nothing_deleted"
    )
    follow(
        "login → 200 marko\n delete_cookie → refused no_cookie_to_delete",
        session_type="jwt",
        credential_transport="authorization_header",
    )
