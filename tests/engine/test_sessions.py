"""Identify, begin, keep: one face for every kind of session."""

from __future__ import annotations

from typing import Any

import pytest

from sessionlab.engine import client_side, self_contained, server_side
from sessionlab.engine.identity import Identity, anonymous
from sessionlab.engine.sessions import begin_anonymous, csrf_secret, deliver, has_others, identify, keep, kind_of
from sessionlab.http.message import Response
from sessionlab.servers.state import VICTIM, ServerState
from sessionlab.tokens.terms import ATTACKER, Record, Reference, Secret, SessionId, StateCookie
from tests.engine.driving import NOW, NUMBER, asked_for, driven, plain, request, result
from tests.playbook import holding

ID = SessionId(1)
RECORD = Record(VICTIM, NOW - 60, NOW - 60, 1)
FOUND = Identity(VICTIM, "session_record", Reference(ID), ID, RECORD)
IN_COOKIE = Identity(VICTIM, "state_in_cookie", StateCookie(RECORD), None, RECORD)
PAGE = Response(200, "page")
STATE = holding((ID, RECORD))


@pytest.mark.parametrize(
    ("kind", "module"),
    [
        ("server_session", server_side),
        ("jwt", self_contained),
        ("signed_cookie", client_side),
        ("encrypted_cookie", client_side),
        ("unsigned_cookie", client_side),
    ],
)
def test_each_kind_of_session_is_known_in_one_module(kind: str, module: Any):
    assert kind_of(plain(session_type=kind)) is module


def test_a_request_that_carries_nothing_is_nobody():
    """Lesson, section 2: no cookie means the server has no session pointer; the connection says nothing."""
    assert result(identify(request("/me"), plain())).ground == "no_credential"


def test_a_credential_is_handed_out_in_a_cookie_or_in_the_body():
    in_cookie = deliver(Reference(ID), PAGE, plain())
    assert (in_cookie.set_cookies[0].value, in_cookie.token) == (Reference(ID), None)
    in_body = deliver(Reference(ID), PAGE, plain(session_type="jwt", credential_transport="custom_header"))
    assert (in_body.set_cookies, in_body.token) == ((), Reference(ID))


def test_a_visitor_gets_a_record_and_an_id():
    done = driven(begin_anonymous(anonymous("no_credential"), plain()))
    found, credential = done.response
    assert (found.user, found.ground, credential) == (None, "anonymous_session", Reference(found.id))
    assert done.state.record(found.id) == found.record


@pytest.mark.parametrize("adopts", [True, False])
def test_an_unknown_id_is_adopted_under_permissive_session_management(adopts: bool):
    """OWASP SMCS, "Session ID Generation and Verification: Permissive and Strict Session Management"."""
    made_up = SessionId(0, ATTACKER)
    design = plain(accept_unknown_session_id=adopts)
    found, credential = result(begin_anonymous(anonymous("unknown_session_id", Reference(made_up), made_up), design))
    assert (found.id == made_up) is adopts
    assert (credential is None) is adopts


def test_no_token_is_made_for_nobody():
    done = driven(begin_anonymous(anonymous("no_credential"), plain(session_type="jwt")))
    assert (done.response[1], done.state) == (None, ServerState())


def test_an_anonymous_state_cookie_needs_no_store():
    found, credential = result(begin_anonymous(anonymous("no_credential"), plain(session_type="signed_cookie")))
    assert credential == StateCookie(found.record, made=NUMBER)
    assert found.record.user is None


@pytest.mark.parametrize(("defence", "made"), [("synchronizer_token", True), ("none", False), ("origin_check", False)])
def test_a_csrf_secret_is_made_where_a_defence_uses_one(defence: str, made: bool):
    assert isinstance(result(csrf_secret(plain(csrf_defence=defence))), Secret) is made


@pytest.mark.parametrize(
    ("scope", "asks", "others"), [("all_sessions", ["CountSessions"], True), ("this_session", [], False)]
)
def test_other_sessions_are_counted_only_if_they_are_to_end(scope: str, asks: list[str], others: bool):
    done = driven(has_others(VICTIM, "logout_scope", None, plain(logout_scope=scope)), STATE)
    assert (done.response, asked_for(done)) == (others, asks)


def test_an_unchanged_session_is_not_written_back():
    done = driven(keep(FOUND, False, PAGE, plain()), STATE)
    assert (done.response, asked_for(done)) == (PAGE, [])


def test_a_changed_session_is_written_back_and_its_id_stays_where_it_is():
    done = driven(keep(FOUND, True, PAGE, plain()), STATE)
    assert (done.response, asked_for(done)) == (PAGE, ["Update"])


def test_where_every_request_saves_every_response_hands_the_id_out_again():
    """Measured: Flask-Session, starsessions, Laravel (`inflight_read_over_logout`: alive in the browser)."""
    done = driven(keep(FOUND, False, PAGE, plain(session_save="every_request")), STATE)
    assert asked_for(done) == ["Update"]
    assert [cookie.value for cookie in done.response.set_cookies] == [Reference(ID)]


def test_an_id_that_could_not_be_saved_is_not_handed_out():
    """Measured: laravel_database, dead in the browser."""
    done = driven(keep(FOUND, False, PAGE, plain(session_save="every_request"), paused=True), ServerState())
    assert done.response == PAGE


@pytest.mark.parametrize(
    ("switches", "renews"),
    [({}, False), ({"session_save": "every_request"}, True), ({"idle_timeout": "server_side"}, True)],
)
def test_a_state_cookie_is_renewed_where_its_use_must_be_noted(switches: dict, renews: bool):
    """Presets, `browser_polling` with `session_save` or an idle limit: kept_alive (rails_cookie_reset)."""
    done = driven(keep(IN_COOKIE, False, PAGE, plain(session_type="signed_cookie", **switches)))
    values = [cookie.value for cookie in done.response.set_cookies if cookie.sent]
    assert [value.record.seen for value in values] == ([NOW] if renews else [])


def test_a_changed_state_cookie_is_handed_out_in_any_case():
    done = driven(keep(IN_COOKIE, True, PAGE, plain(session_type="signed_cookie")))
    assert done.response.set_cookies[0].sent is True


def test_a_token_is_never_written_back():
    found = Identity(VICTIM, "verified_claims", None, None, RECORD)
    assert result(keep(found, True, PAGE, plain(session_type="jwt", session_save="every_request"))) == PAGE
