"""Tokens and cookies that say themselves what they mean, as text."""

from __future__ import annotations

import pytest

from sessionlab.render.self_described import looks_like_token, state_of, state_text, token_of, token_text
from sessionlab.render.spelling import Spelling, decoded
from sessionlab.tokens.forgery import FORGERIES
from sessionlab.tokens.terms import SERVER, Claims, Record, StateCookie, Token

CLAIMS = Claims("marko@example.test", 1, "user", 0, 3600, "i", "a", jti=2, family=2)
RECORD = Record("marko@example.test", 0, 0, 1)
HOW = Spelling(session_type="jwt")


def text_of(token: Token, how: Spelling = HOW) -> str:
    return token_text(token, how, str)


@pytest.mark.parametrize("way", [SERVER, *FORGERIES, "nobody"])
def test_a_token_says_again_who_signed_it(way: str):
    token = Token(CLAIMS, way)
    assert looks_like_token(text_of(token))
    assert token_of(text_of(token), HOW, str) == token


def test_a_token_without_a_signature_says_so_in_its_header():
    """RFC 7519 6."""
    header, _, signature = text_of(Token(CLAIMS, "alg_none")).split(".")
    assert (decoded(header)["alg"], signature) == ("none", "")


def test_another_spelling_is_another_text_with_the_same_meaning():
    spelt = text_of(Token(CLAIMS, encoding=1))
    assert spelt != text_of(Token(CLAIMS))
    assert token_of(spelt, HOW, str) == Token(CLAIMS, encoding=1)


def test_two_keys_make_two_signatures():
    other = Spelling(session_type="jwt", keys=((2, "B"),))
    assert text_of(Token(CLAIMS)) != text_of(Token(CLAIMS), other)


@pytest.mark.parametrize("kind", ["signed_cookie", "encrypted_cookie", "unsigned_cookie"])
def test_a_cookie_says_again_what_it_holds(kind: str):
    how = Spelling(session_type=kind)
    assert state_of(state_text(StateCookie(RECORD), how, str), how, str) == StateCookie(RECORD)


def test_only_an_encrypted_cookie_keeps_the_user_to_itself():
    texts = {
        kind: state_text(StateCookie(RECORD), Spelling(session_type=kind), str)
        for kind in ("signed_cookie", "encrypted_cookie")
    }
    assert decoded(texts["signed_cookie"].partition(".")[0])["user"] == RECORD.user
    assert "demo-sealed" in texts["encrypted_cookie"]
