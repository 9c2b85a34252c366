from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionlab.crypto import jwt

KEY, OTHER = b"k" * 32, b"o" * 32
CLAIMS = {"sub": "marko@example.test", "exp": 1798801200}


def part(content: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")


def test_a_token_says_its_claims_and_is_signed():
    token = jwt.sign(CLAIMS, KEY)
    payload = jwt.payload_of(token)
    assert payload is not None
    assert json.loads(payload) == CLAIMS
    assert jwt.is_signed(token, KEY)
    assert json.loads(base64.urlsafe_b64decode(token.partition(".")[0] + "==")) == {"alg": "HS256", "typ": "JWT"}


def test_another_key_does_not_verify_it():
    assert not jwt.is_signed(jwt.sign(CLAIMS, OTHER), KEY)


def test_changed_claims_are_read_and_not_verified():
    header, _, signature = jwt.sign(CLAIMS, KEY).split(".")
    token = f"{header}.{part({**CLAIMS, 'sub': 'mallory@example.test'})}.{signature}"
    assert not jwt.is_signed(token, KEY)
    assert b"mallory" in (jwt.payload_of(token) or b"")


@pytest.mark.parametrize("algorithm", ["none", "None", "HS512", "RS256", ""])
def test_only_one_algorithm_is_allowed(algorithm: str):
    token = f"{part({'alg': algorithm})}.{part(CLAIMS)}."
    assert not jwt.is_signed(token, KEY)


@given(st.one_of(st.text(), st.from_regex(r"[A-Za-z0-9_=-]*\.[A-Za-z0-9_=-]*\.[A-Za-z0-9_=-]*")))
def test_no_text_raises(text: str):
    jwt.payload_of(text)
    assert not jwt.is_signed(text, KEY)


def test_a_deeply_nested_header_does_no_harm():
    nested = "[" * 100_000
    token = f"{base64.urlsafe_b64encode(nested.encode()).decode().rstrip('=')}.e30."
    assert jwt.payload_of(token) is None
    assert not jwt.is_signed(token, KEY)
