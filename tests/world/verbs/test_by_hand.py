"""What a person does in DevTools."""

from __future__ import annotations

from sessionlab.cookies.policy import policy_named
from tests.playbook import follow, played

CSRF = {"csrf_defence": "double_submit_signed"}


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


def test_any_single_cookie_can_be_deleted_by_its_name():
    follow("login → 200 marko\n delete_cookie=csrf_token → done; jar: session_id\n me → 200 marko", **CSRF)
    follow("login → 200 marko\n delete_cookie=session_id → done; jar: csrf_token\n me → 401 nobody", **CSRF)
    follow("login → 200 marko\n delete_cookie=sid → refused no_such_cookie; jar: session_id")


def test_a_name_counts_with_and_without_its_prefix():
    for name in ("session_id", "__Host-session_id"):
        follow(f"login → 200 marko\n delete_cookie={name} → done; jar:", cookie_prefix="__Host-")


def test_of_two_cookies_of_one_name_the_place_says_which():
    """RFC 6265bis 5.7 step 23: name, domain and path together make a cookie."""
    follow(
        """
        attacker:visit                                → 200 nobody
        visit                                         → 200 nobody; jar: session_id
        plant_cookie=subdomain                        → done; jar: session_id session_id
        delete_cookie=session_id                      → refused several_cookies
        delete_cookie=session_id@app.example.test/    → done; jar: session_id
        edit_cookie=session_id.domain:app.example.test → done; jar: session_id
        delete_cookie=session_id@.example.test/       → refused no_such_cookie
        """,
        session_created="at_visit",
    )


def test_a_typed_id_points_to_nothing_and_the_record_stays():
    follow(
        """
        login                            → 200 marko
        edit_cookie=session_id.value:abc → done; jar: session_id; store: marko
        me                               → 401 nobody (unknown_session_id)
        edit_cookie=session_id.value:abc → refused as_it_is
        """
    )


def test_a_server_that_accepts_unknown_ids_adopts_a_typed_one():
    """OWASP Session Management CS: permissive session management takes an id that it did not issue."""
    follow(
        """
        visit                            → 200 nobody
        edit_cookie=session_id.value:abc → done
        visit                            → 200 nobody; store: anonymous anonymous
        """,
        accept_unknown_session_id=True,
        session_created="at_visit",
    )


def test_a_typed_text_is_no_token_and_no_state():
    for kind, ground in (("jwt", "not_a_token"), ("encrypted_cookie", "seal_broken")):
        follow(
            f"login → 200 marko\n edit_cookie=session_id.value:abc → done\n me → 401 nobody ({ground})",
            session_type=kind,
        )


def test_an_unsigned_cookie_says_whatever_one_writes_into_it():
    follow(
        "attacker:login → 200 mallory\n attacker:edit_cookie=session_id.value:altered_user → done\n"
        "attacker:me → 200 marko",
        session_type="unsigned_cookie",
    )
    follow(
        "attacker:login → 200 mallory\n attacker:edit_cookie=session_id.value:altered_user → done\n"
        "attacker:me → 401 nobody (seal_broken)",
        session_type="signed_cookie",
    )


def test_a_value_from_another_browser_is_a_copy():
    follow(
        """
        login                                          → 200 marko
        attacker:login                                 → 200 mallory
        attacker:edit_cookie=session_id.value:victim   → done
        attacker:me                                    → 200 marko
        """
    )


def test_a_cookie_that_is_not_http_only_any_more_can_be_read_by_scripts():
    follow(
        """
        login                              → 200 marko
        run_script                         → done; known: 0
        edit_cookie=session_id.http_only:false → done
        run_script                         → done; known: 1
        """,
        http_only=True,
    )


def test_a_cookie_for_another_path_stays_behind():
    """RFC 6265bis 5.8.3: the request's path must path-match the cookie's."""
    follow("login → 200 marko\n edit_cookie=session_id.path:/login → done; jar: session_id\n me → 401 nobody; sends:")


def test_an_end_in_the_past_deletes():
    """RFC 6265bis 5.7: a cookie that is stored expired removes the one that it would replace."""
    follow("login → 200 marko\n edit_cookie=session_id.expires:0 → done; jar:\n me → 401 nobody")
    follow("login → 200 marko\n edit_cookie=session_id.expires:60 → done\n wait=61 → done; jar:")


def test_the_browser_minds_its_own_rules():
    """RFC 6265bis 5.7 steps 19 and 21; a browser of before 2020 knows no such rule."""
    refused = "login → 200 marko\n edit_cookie=session_id.same_site:none → refused browser_refuses_edit"
    follow(refused, secure=False)
    follow(refused.replace("refused browser_refuses_edit", "done"), policy=policy_named("rfc6265"), secure=False)
    prefixed = "login → 200 marko\n edit_cookie=session_id.path:/login → refused browser_refuses_edit"
    follow(prefixed, cookie_prefix="__Host-", secure=True)


def test_a_typed_csrf_token_is_the_server_s_no_more():
    follow("login → 200 marko\n edit_cookie=csrf_token.value:abc → done\n action → 403 marko", **CSRF)
    follow("login → 200 marko\n edit_cookie=csrf_token.value:altered → refused no_such_part", **CSRF)
