"""A script of the attacker's in the application's own page."""

from __future__ import annotations

import pytest

from tests.playbook import follow, played

KINDS = ("server_session", "jwt", "signed_cookie", "encrypted_cookie")
LOGIN_AND_READ = "login → 200 marko\n run_script=read → done; known: {}"


@pytest.mark.parametrize("kind", KINDS)
def test_a_script_reads_a_cookie_that_is_not_http_only(kind: str):
    """Ground truth R001, R003, R004: encryption hides the content, not the credential."""
    follow(LOGIN_AND_READ.format(1), session_type=kind, http_only=False)


@pytest.mark.parametrize("kind", KINDS)
def test_a_script_does_not_see_an_http_only_cookie(kind: str):
    """Lesson, section 14."""
    follow(LOGIN_AND_READ.format(0), session_type=kind, http_only=True)


def test_to_run_is_to_read():
    follow("login → 200 marko\n run_script → done; known: 1", http_only=False)


@pytest.mark.parametrize("same_site", ["strict", "lax", "none", "unset"])
def test_same_site_does_not_hide_a_cookie_from_the_sites_own_script(same_site: str):
    """Ground truth R007."""
    follow(LOGIN_AND_READ.format(1), http_only=False, same_site=same_site)


def test_a_cookie_for_another_path_is_not_in_this_pages_document_cookie():
    """6265bis 5.1.4: the page is at `/`, the cookie is for `/me`."""
    follow(LOGIN_AND_READ.format(0), http_only=False, cookie_path="narrow")


@pytest.mark.parametrize(("storage", "known"), [("local_storage", 1), ("session_storage", 1), ("js_memory", 0)])
def test_a_script_reads_web_storage_and_not_the_memory_of_another(storage: str, known: int):
    """Ground truth R013, R014 (NIST 800-63B-4 5.1)."""
    follow(
        LOGIN_AND_READ.format(known),
        session_type="jwt",
        credential_transport="authorization_header",
        client_storage=storage,
    )


def test_a_csrf_token_that_scripts_read_is_no_login_credential():
    follow(
        "login → 200 marko; jar: session_id csrf_token\n run_script → done; known: 0",
        csrf_defence="double_submit_naive",
    )


@pytest.mark.parametrize(
    "defence", ["none", "synchronizer_token", "double_submit_signed", "origin_check", "custom_header"]
)
def test_a_script_in_the_page_acts_as_its_user_whatever_the_defence(defence: str):
    """OWASP CSRF CS: cross-site scripting defeats all CSRF defences; lesson, section 14."""
    follow("login → 200 marko\n run_script=act → 200 marko; deeds: app.example.test; known: 0", csrf_defence=defence)


def test_a_script_acts_as_nobody_where_nobody_is_logged_in():
    follow("visit → 200 nobody\n run_script=act → 401 nobody; deeds:")


def test_a_script_can_write_document_cookie():
    """Ground truth R083."""
    text = """
        attacker:visit        → 200 nobody
        visit=/signed-out     → 200 nobody
        run_script=set_cookie → done; jar: {}
    """
    follow(text.format("session_id"), session_created="at_visit")
    follow(text.format("__Host-session_id"), session_created="at_visit", cookie_prefix="__Host-")


def test_a_script_cannot_write_a_cookie_that_must_be_http_only():
    """layered-cookies 5.4.3: the prefixes `__Http-` and `__Host-Http-` need HttpOnly."""
    follow(
        "attacker:visit → 200 nobody\n visit=/signed-out → 200 nobody\n run_script=set_cookie → done; jar:",
        session_created="at_visit",
        cookie_prefix="__Host-Http-",
    )


@pytest.mark.parametrize("what", ["", "=read", "=act", "=set_cookie"])
def test_a_script_needs_a_page_of_the_application(what: str):
    follow(f"run_script{what} → refused no_page\n visit=sibling → 200 nobody\n run_script{what} → refused no_page")


def test_a_script_learns_nothing_new_twice():
    world = played("login run_script run_script", http_only=False)
    assert len(world.known) == 1
