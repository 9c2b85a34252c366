"""Where the server looks for a credential."""

from __future__ import annotations

from typing import Any

import pytest

from sessionlab.engine.credential import TOKEN_HEADER, TOKEN_PARAMETER, from_url, presented
from sessionlab.tokens.terms import Reference, SessionId
from tests.engine.driving import plain, request

ONE, TWO = Reference(SessionId(1)), Reference(SessionId(2))
PLACES: dict[str, Any] = {
    "authorization_header": {"headers": (("Authorization", ONE),)},
    "custom_header": {"headers": ((TOKEN_HEADER, ONE),)},
    "url_query": {"query": ((TOKEN_PARAMETER, ONE),)},
    "request_body": {"fields": ((TOKEN_PARAMETER, ONE),)},
}


@pytest.mark.parametrize("transport", PLACES)
@pytest.mark.parametrize("place", PLACES)
def test_a_credential_counts_only_in_the_place_that_the_design_uses(place: str, transport: str):
    """RFC 6750 section 2."""
    found = presented(request("/me", **PLACES[place]), plain(session_type="jwt", credential_transport=transport))
    assert found == (ONE if place == transport else None)


def test_a_cookie_counts_where_cookies_are_used():
    asked = request("/me", cookies=(("other", TWO), ("session_id", ONE)))
    assert presented(asked, plain()) == ONE
    assert presented(asked, plain(session_type="jwt", credential_transport="custom_header")) is None


def test_the_name_includes_the_prefix():
    assert presented(request("/me", cookies=(("session_id", ONE),)), plain(cookie_prefix="__Host-")) is None
    assert presented(request("/me", cookies=(("__Host-session_id", ONE),)), plain(cookie_prefix="__Host-")) == ONE


@pytest.mark.parametrize(("policy", "found"), [("first", ONE), ("last", TWO), ("reject", None)])
def test_of_two_cookies_of_one_name_the_policy_chooses(policy: str, found: object):
    """6265bis 5.8.3: servers should not rely on the order."""
    asked = request("/me", cookies=(("session_id", ONE), ("session_id", TWO)))
    assert presented(asked, plain(duplicate_cookie_policy=policy)) == found


@pytest.mark.parametrize("policy", ["first", "last", "reject"])
def test_two_cookies_that_say_the_same_leave_nothing_to_choose(policy: str):
    asked = request("/me", cookies=(("session_id", ONE), ("session_id", ONE)))
    assert presented(asked, plain(duplicate_cookie_policy=policy)) == ONE


@pytest.mark.parametrize(("accepts", "found"), [(True, ONE), (False, None)])
def test_an_id_in_the_url_counts_only_if_it_is_accepted(accepts: bool, found: object):
    """Ground truth R078; ASVS 14.2.1."""
    asked = request("/", query=(("session_id", ONE),))
    assert presented(asked, plain(accept_session_id_in_url=accepts)) == found


def test_a_cookie_beats_the_url():
    asked = request("/", query=(("session_id", ONE),), cookies=(("session_id", TWO),))
    assert presented(asked, plain(accept_session_id_in_url=True)) == TWO


def test_a_token_in_the_url_is_no_session_id():
    asked = request("/", query=(("session_id", ONE),))
    assert presented(asked, plain(session_type="jwt", accept_session_id_in_url=True)) is None


def test_nothing_is_presented_by_a_bare_request():
    assert presented(request("/me"), plain()) is None


def test_it_can_be_told_that_a_credential_stood_in_the_url():
    asked = request("/", query=(("session_id", ONE),))
    assert from_url(asked, ONE)
    assert not from_url(asked, TWO)
    assert not from_url(request("/", query=(("other", ONE),)), ONE)
