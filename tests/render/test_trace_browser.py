"""The browsers' side of a trace."""

from __future__ import annotations

from tests.render.plays import last


def test_a_new_cookie_is_marked_and_told_with_all_its_attributes():
    (cookie,) = last("", "login").jar
    assert cookie.change == "added"
    assert cookie.line.endswith("; Path=/; HttpOnly; Secure; SameSite=Lax")
    assert (cookie.host_only, cookie.domain, cookie.expires) == (True, "app.example.test", None)


def test_a_cookie_that_stays_is_not_marked():
    assert last("", "login me").jar[0].change == ""


def test_a_cookie_that_goes_is_told_apart():
    exchange = last("", "login logout")
    assert exchange.jar == ()
    assert [cookie.name for cookie in exchange.jar_removed] == ["session_id"]


def test_a_cookie_with_another_value_has_changed():
    assert last("", "login visit login").jar[0].change == "changed"


def test_scripts_see_only_what_is_not_http_only():
    assert last("", "login").browsers[0].document_cookie == ""
    assert "session_id=" in (last("http_only=false", "login").browsers[0].document_cookie or "")
    assert last("", "copy_credential login").browsers[2].document_cookie is None


def test_what_a_script_keeps_is_shown_with_its_storage():
    choices = "session_type=jwt credential_transport=authorization_header client_storage=local_storage"
    (kept,) = last(choices, "login").browsers[0].storage
    assert (kept.storage, kept.change, kept.token) == ("local_storage", "added", "t1")
    after = last(choices, "login logout").browsers[0]
    assert (after.storage, len(after.storage_removed)) == ((), 1)


def test_a_persistent_cookie_has_an_end():
    (cookie,) = last("cookie_lifetime=persistent", "login").jar
    assert cookie.expires is not None
    assert "Max-Age=2592000" in cookie.line


def test_reasons_have_a_sentence_and_a_source():
    exchange = last("", "login cross_site_request")
    (withheld,) = exchange.withheld
    assert withheld.reasons[0].text.endswith(".")
    assert withheld.reasons[0].source.startswith("6265bis")
    (refused,) = last("same_site=none secure=false", "login").refused
    assert refused.reasons[0].code == "same_site_none_insecure"
    assert refused.attributes.same_site == "none"
