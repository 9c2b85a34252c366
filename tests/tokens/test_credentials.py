"""Which terms are login credentials."""

from __future__ import annotations

import pytest

from sessionlab.tokens.credentials import is_credential, is_presentable
from sessionlab.tokens.machine import ApiKey, Certificate, DpopProof, Signed, SigningKey, Unsigned
from sessionlab.tokens.terms import (
    ApiToken,
    Code,
    Fact,
    Garbled,
    Record,
    Reference,
    RefreshToken,
    RememberToken,
    Secret,
    SessionId,
    StateCookie,
)

KEY = SigningKey(1, "marko")
SIGNED = Signed("signed_request", KEY, "GET", "/me", (), 0, 1)


@pytest.mark.parametrize(
    "term",
    [
        Reference(SessionId(1)),
        StateCookie(Record("marko", 0, 0, 1)),
        Garbled("x"),
        ApiKey(1),
        KEY,
        Certificate("victim"),
        SIGNED,
    ],
)
def test_what_somebody_could_be_taken_for_somebody_by_is_a_credential(term: object):
    assert is_credential(term)
    assert is_presentable(term)


@pytest.mark.parametrize("term", [Unsigned("marko"), RememberToken("marko", 1)])
def test_a_claim_and_a_lasting_login_can_be_shown_without_being_one(term: object):
    assert not is_credential(term)
    assert is_presentable(term)


@pytest.mark.parametrize(
    "term",
    [
        Secret(1),
        Code(1, "marko"),
        ApiToken(1, "marko"),
        RefreshToken(1, "marko", 1, 0),
        DpopProof(1, "GET", "/me", 0, "victim"),
        Fact("marko", "user"),
        "text",
        None,
    ],
)
def test_what_is_good_for_something_else_is_none(term: object):
    assert not is_credential(term)
    assert not is_presentable(term)
