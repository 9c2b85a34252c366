"""A response comes back: cookies stored, pages shown, tokens kept, redirects and the provider's pages followed."""

from __future__ import annotations

import pytest

from sessionlab.tokens.terms import ApiToken, Fact
from tests.playbook import follow, played

IDP = {"identity_provider": "oidc_code_flow"}
KEPT = {"session_type": "jwt", "credential_transport": "authorization_header"}


def test_a_redirect_is_followed_with_what_it_sends_along():
    world = follow("idp_login → 200 marko; jar: oauth_state idp_session session_id", **IDP)
    assert world.device("victim").page is not None


def test_a_page_that_posts_by_itself_posts_to_the_application():
    follow("idp_login → 200 marko", oauth_response_mode="form_post", same_site="none", **IDP)


def test_the_providers_form_is_left_out_where_it_is_not_shown():
    """A session there answers silently: nobody fills in a form that is not on the screen."""
    follow("idp_login → 200 marko\nlogout → 200 nobody\nidp_login → 200 marko (provider_says)", **IDP)


def test_a_page_keeps_the_tokens_it_is_given_and_forgets_them_when_told():
    follow("login → 200 marko; keeps: local_storage\nlogout → 200 nobody; keeps: nothing", **KEPT)


def test_what_is_kept_in_memory_goes_with_the_page():
    follow("login → 200 marko\nvisit → 200 nobody; keeps: nothing", client_storage="js_memory", **KEPT)


def test_a_foreign_page_reads_an_answer_only_if_the_browser_lets_it():
    """Fetch 4.9, CORS check."""
    open_to_all = {"cors_policy": "reflect_any_with_credentials", "same_site": "none"}
    assert played("login cross_site_request=read", **open_to_all).known == (Fact("marko@example.test", "user"),)
    assert played("login cross_site_request=read", same_site="none").known == ()


@pytest.mark.parametrize(("pattern", "tokens"), [("bff", 0), ("token_mediating_backend", 1), ("browser_client", 2)])
def test_the_page_holds_the_tokens_for_an_api_that_it_was_given(pattern: str, tokens: int):
    held = played("idp_login", oauth_client_pattern=pattern, **IDP).device("victim").page_tokens
    assert len(held) == tokens
    assert all(isinstance(token, ApiToken) for token in held)


def test_clear_site_data_empties_jar_and_storage():
    """Clear Site Data 3.1."""
    follow("login → 200 marko\nlogout → 200 nobody; jar: ", clear_site_data_on_logout=True)
