"""`/login`: create state and hand out the credential for it."""

from __future__ import annotations

import pytest

from tests.engine.driving import RIGHT, request, response_to
from tests.playbook import follow, played

KINDS = ("server_session", "jwt", "signed_cookie", "encrypted_cookie", "unsigned_cookie")
ROTATION = """
    visit           → 200 nobody; store: anonymous
    copy_credential → done
    login           → 200 marko; store: {store}
    me              → 200 marko
    replay          → {old}
"""


@pytest.mark.parametrize(
    ("switches", "store", "old"),
    [
        ({"rotate_after_login": False}, "marko", "200 marko (session_record)"),  # ground truth R063
        ({"old_id_after_rotation": "deleted"}, "marko", "401 nobody (unknown_session_id)"),  # R069
        ({"old_id_after_rotation": "kept_anonymous"}, "anonymous marko", "401 nobody (anonymous_session)"),  # R070
        ({"old_id_after_rotation": "kept_authenticated"}, "marko marko", "200 marko (session_record)"),
    ],
)
def test_what_the_id_from_before_the_login_means_after_it(switches: dict, store: str, old: str):
    """Lesson, section 13; OWASP SMCS, "Renew the Session ID"."""
    follow(ROTATION.format(store=store, old=old), session_created="at_visit", **switches)


def test_without_a_session_before_there_is_nothing_to_rotate():
    follow("login → 200 marko; asks: CheckPassword FindAccount Now NewId Create; store: marko")


def test_an_unknown_id_is_never_kept_by_a_strict_server():
    """Measured: tomcat_naive, php_naive_strict, `invented_id`: refused."""
    world = played("plant_cookie=invented login", rotate_after_login=False)
    assert world.server.sessions[0][0] != world.known[0].id


@pytest.mark.parametrize("kind", KINDS)
def test_a_second_login_in_one_browser_is_a_new_credential(kind: str):
    """Presets, `old_credential_after_second_login`; a client-side credential outlives it (rails_cookie: alive)."""
    old = "401 nobody" if kind == "server_session" else "200 marko"
    follow(
        f"login → 200 marko\n copy_credential → done\n visit → 200 marko\n login → 200 marko\n replay → {old}",
        session_type=kind,
    )


def test_only_post_logs_in():
    assert response_to(request("/login")).status == 405


def test_the_right_password_is_needed():
    asked = request("/login", "POST", fields=(RIGHT[0], ("password", "open sesame")))
    assert response_to(asked).ground == "wrong_password"
    assert response_to(request("/login", "POST", fields=RIGHT)).user == RIGHT[0][1]
    assert response_to(request("/login", "POST")).status == 401
    assert response_to(request("/login", "POST", fields=(("user", "nobody"), RIGHT[1]))).status == 401


@pytest.mark.parametrize(("protects", "status"), [(True, 403), (False, 200)])
def test_the_login_form_is_protected_only_if_the_design_says_so(protects: bool, status: int):
    """Ground truth R167, R171."""
    asked = request("/login", "POST", fields=RIGHT, headers=(("Origin", "https://evil.test"),))
    assert response_to(asked, csrf_defence="origin_check", csrf_protects_login=protects).status == status


@pytest.mark.parametrize("transport", ["authorization_header", "custom_header", "url_query", "request_body"])
def test_a_credential_that_is_no_cookie_is_handed_over_in_the_body(transport: str):
    """Lesson, section 7."""
    response = response_to(request("/login", "POST", fields=RIGHT), session_type="jwt", credential_transport=transport)
    assert response.token is not None
    assert response.set_cookies == ()


def test_each_login_has_a_csrf_secret_of_its_own():
    """Cookie Crumbles 5: a secret from before the login is known to whoever planted it."""
    world = played("visit", session_created="at_visit", csrf_defence="synchronizer_token")
    before = world.server.sessions[0][1].csrf
    after = (
        played("login", world, session_created="at_visit", csrf_defence="synchronizer_token").server.sessions[0][1].csrf
    )
    assert before is not None
    assert after not in (None, before)
