"""Credentials as what they mean."""

from __future__ import annotations

import pytest

from sessionlab.tokens.credentials import is_credential
from sessionlab.tokens.terms import (
    ATTACKER,
    Claims,
    Garbled,
    Proof,
    Record,
    Reference,
    Secret,
    SessionId,
    StateCookie,
    Token,
    subject,
)

CLAIMS = Claims("marko", 1, "user", 0, 3600, "i", "a", 1)
RECORD = Record("marko", 0, 0, 1)


@pytest.mark.parametrize("value", [Reference(SessionId(1)), StateCookie(RECORD), Token(CLAIMS), Garbled("any")])
def test_login_credentials_are_told_from_other_values(value: object):
    assert is_credential(value)


@pytest.mark.parametrize("value", [Secret(1), SessionId(1), Proof("text"), "text", None, CLAIMS, RECORD])
def test_secrets_ids_and_texts_are_no_login_credentials(value: object):
    assert not is_credential(value)


def test_a_reference_names_nobody_and_a_self_describing_credential_somebody():
    """6265bis 8.4 for ids; WSTG-SESS-10 for tokens (ground truth R226, R228)."""
    assert subject(Reference(SessionId(1))) is None
    assert subject(Garbled(Token(CLAIMS))) is None
    assert subject(StateCookie(RECORD)) == subject(Token(CLAIMS)) == "marko"


def test_things_of_the_same_request_are_the_same_thing():
    assert SessionId(1) == SessionId(1)
    assert SessionId(1) != SessionId(1, ATTACKER)
    assert len({SessionId(1), SessionId(1), SessionId(2)}) == 2
