"""What the server keeps of programs, and what the identity provider keeps, in the form of a trace."""

from __future__ import annotations

import pytest

from tests.render.plays import told

IDP = "identity_provider=oidc_code_flow"


def test_a_key_is_shown_with_its_user_and_one_that_signs_only_by_its_name():
    (shown,) = told("session_type=api_key", "login").exchanges[-1].keys
    assert shown.text.startswith("demo_key_")
    assert (shown.user, shown.change) == ("marko@example.test", "added")
    (signing,) = told("session_type=signed_request", "login me").exchanges[-1].keys
    assert (signing.text, signing.change) == ("number 1", "")


def test_ids_that_were_used_are_told_with_what_they_were_of():
    (used,) = told("session_type=signed_request signature_nonce_memory=shared", "login me").exchanges[-1].used_ids
    assert (used.purpose, used.change) == ("nonce", "added")
    assert told("session_type=signed_request", "login me").exchanges[-1].used_ids == ()


def test_the_provider_has_a_session_of_its_own_and_codes_until_they_come_back():
    exchanges = told(IDP, "idp_login").exchanges
    assert [len(one.provider.codes) for one in exchanges] == [0, 0, 1, 0]
    assert [session.user for session in exchanges[-1].provider.sessions] == ["marko@example.test"]
    assert exchanges[-1].provider.logins == 1


@pytest.mark.parametrize(("pattern", "kept"), [("none", 0), ("bff", 2), ("token_mediating_backend", 1)])
def test_tokens_that_the_backend_keeps_are_told(pattern: str, kept: int):
    last = told(f"{IDP} oauth_client_pattern={pattern}", "idp_login").exchanges[-1]
    assert len(last.provider.kept_tokens) == kept


def test_every_exchange_says_who_served_it():
    assert [one.served_by for one in told(IDP, "idp_login").exchanges] == [
        "application",
        "provider",
        "provider",
        "application",
    ]
    assert told("", "visit=sibling").exchanges[-1].served_by == "attackers_host"
    assert [one.served_by for one in told("app_instances=two", "visit visit").exchanges] == ["A", "B"]
    assert told("", "login wait").exchanges[-1].served_by == ""
