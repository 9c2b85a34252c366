"""The identity provider: its own login, session and logout (OpenID Connect Core 3.1)."""

from __future__ import annotations

from typing import Any

import pytest

from sessionlab.engine import provider
from sessionlab.engine.provider import HOST, asks_again, prompt_if_requested
from sessionlab.servers.state import VICTIM, ProviderState, ServerState
from sessionlab.tokens.terms import Code, Secret
from tests.engine.driving import RIGHT, asked_for, driven, noted, plain, request

SESSION = Secret(3, "idp")
LOGGED_IN = ServerState(provider=ProviderState(sessions=((SESSION, VICTIM),)))
WITH_SESSION = ((provider.COOKIE, SESSION),)
STATE = (("state", Secret(1, "state")),)


def asked(path: str, state: ServerState | None = None, method: str = "GET", parts: Any = None, **switches: Any) -> Any:
    design = plain(identity_provider="oidc_code_flow", **switches)
    return driven(provider.answer(request(path, method, HOST, **(parts or {})), design), state, design=design)


def test_whoever_is_not_logged_in_there_is_asked_for_the_password_and_the_state_is_kept():
    done = asked("/authorize", parts={"query": STATE})
    assert (done.response.content, done.response.onward) == ("idp_login_form", STATE)


def test_a_session_there_answers_silently_with_a_code():
    """3.1.2.1: without `prompt` the provider may answer without asking anybody."""
    done = asked("/authorize", LOGGED_IN, parts={"query": STATE, "cookies": WITH_SESSION})
    assert done.response.status == 302
    assert done.response.onward == (("code", Code(7, VICTIM)), *STATE)
    assert noted(done) == ["idp_answers_silently"]


@pytest.mark.parametrize(
    ("switches", "query"),
    [({"idp_reauthentication": "enforced_by_provider"}, ()), ({}, (("prompt", "login"),))],
)
def test_it_asks_again_where_it_must_or_where_it_is_asked_to(switches: dict[str, Any], query: Any):
    done = asked("/authorize", LOGGED_IN, parts={"query": query, "cookies": WITH_SESSION}, **switches)
    assert done.response.content == "idp_login_form"


def test_the_application_asks_for_a_fresh_login_only_where_the_design_says_so():
    assert prompt_if_requested("requested_by_client") == "login"
    assert prompt_if_requested("sso") is prompt_if_requested("enforced_by_provider") is None
    assert not asks_again("sso", None)


def test_a_login_begins_a_session_there_and_goes_back_with_a_code():
    done = asked("/login", method="POST", parts={"fields": (*RIGHT, *STATE)})
    (cookie,) = done.response.set_cookies
    assert (cookie.name, cookie.same_site, cookie.secure, cookie.http_only) == ("idp_session", "none", True, True)
    assert done.response.onward[0] == ("code", Code(7, VICTIM))
    assert asked_for(done) == ["CheckPassword", "FindAccount", "ProviderBegin", "NewCode"]


def test_a_form_post_goes_back_by_a_page_that_posts_by_itself():
    """OAuth Form Post Response Mode 2."""
    done = asked("/login", method="POST", parts={"fields": (*RIGHT, *STATE)}, oauth_response_mode="form_post")
    assert (done.response.status, done.response.content) == (200, "idp_form_post")


def test_a_wrong_password_begins_nothing():
    done = asked("/login", method="POST", parts={"fields": (("user", VICTIM), ("password", "guess"))})
    assert (done.response.status, done.state.provider.sessions) == (401, ())


def test_a_logout_ends_the_session_there_and_deletes_its_cookie():
    done = asked("/logout", LOGGED_IN, parts={"cookies": WITH_SESSION})
    assert done.state.provider.sessions == ()
    assert (done.response.content, done.response.details) == ("idp_logged_out", (VICTIM,))
    assert done.response.set_cookies[0].max_age == 0
