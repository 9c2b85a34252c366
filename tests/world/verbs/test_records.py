"""What somebody with access to the session store does by hand."""

from __future__ import annotations

from tests.playbook import follow

TWO = "login → 200 marko\n device2:login → 200 marko; store: marko marko"


def test_a_deleted_record_ends_one_session_and_no_browser_is_told():
    follow(
        TWO
        + """
        delete_record       → done; store: marko; jar: session_id
        me                  → 401 nobody (unknown_session_id)
        device2:me          → 200 marko
        delete_record       → refused no_record_of_browser
        """
    )


def test_records_are_counted_from_the_oldest():
    follow(TWO + "\n delete_record=2 → done\n me → 200 marko\n device2:me → 401 nobody")
    follow("login → 200 marko\n delete_record=2 → refused no_such_record")


def test_a_session_that_is_given_to_somebody_else_is_theirs():
    follow("login → 200 marko\n edit_record=victim.user:mallory → done; store: mallory\n me → 200 mallory")


def test_a_session_auth_hash_notices_that_the_user_was_changed():
    """Django: the hash in the session is of its user's password, and nobody else's."""
    follow(
        "login → 200 marko\n edit_record=victim.user:mallory → done\n me → 401 nobody (password_changed)",
        session_auth_hash=True,
    )


def test_a_record_without_its_user_is_anonymous_and_can_be_made_a_login_again():
    follow(
        """
        login                                 → 200 marko
        edit_record=victim.authenticated:false → done; store: anonymous
        me                                    → 401 nobody (anonymous_session)
        edit_record=1.authenticated:true      → done; store: marko
        me                                    → 200 marko
        edit_record=1.authenticated:true      → refused as_it_is
        """
    )


def test_a_role_in_the_record_counts_where_the_server_believes_it():
    follow("login → 200 marko\n edit_record=victim.role:admin → done\n action=admin → 200 marko")
    follow(
        "login → 200 marko\n edit_record=victim.role:admin → done\n action=admin → 403 marko",
        user_data_source="user_record",
    )


def test_a_record_that_is_made_older_ends_by_the_server_s_own_limits():
    """30 minutes without use, 12 hours in all (docs/components/logout_and_expiry.md)."""
    follow(
        "login → 200 marko\n edit_record=victim.seen:1801 → done\n me → 401 nobody (idle_limit)",
        idle_timeout="server_side",
    )
    follow(
        "login → 200 marko\n edit_record=victim.created:43201 → done\n me → 401 nobody (absolute_limit)",
        absolute_timeout="server_side",
    )
    follow("login → 200 marko\n edit_record=victim.seen:1801 → done\n me → 200 marko")


def test_a_late_replica_shows_a_little_longer_what_was_there():
    """DESIGN: asynchronous replicas follow a second later."""
    follow(
        """
        login               → 200 marko
        wait=2              → done
        delete_record       → done; store:
        me                  → 200 marko
        wait=2              → done
        me                  → 401 nobody
        """,
        store_scope="replicated_async",
        app_instances="two",
        session_store="redis",
    )


def test_sessions_in_cookies_have_no_record():
    follow("login → 200 marko\n delete_record → refused store_empty", session_type="signed_cookie")
    follow("login → 200 marko\n edit_record → refused store_empty", session_type="jwt")
