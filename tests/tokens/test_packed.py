from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionlab.tokens.packed import from_octets, pack, to_octets, unpack
from sessionlab.tokens.terms import Claims, Record, Secret
from sessionlab.value import replace

RECORD = Record("marko@example.test", 1, 2, started="a", csrf=Secret("text"), role="admin", items=2)
CLAIMS = Claims("marko@example.test", 1, "user", 10, 3610, "issuer", "audience", jti="a")


def test_a_record_comes_back_as_it_was():
    assert unpack(from_octets(to_octets(pack(RECORD))), Record, Secret) == RECORD


def test_an_anonymous_record_names_no_user():
    anonymous = replace(RECORD, user=None)
    assert "user" not in pack(anonymous)
    assert unpack(pack(anonymous), Record, Secret) == anonymous


@pytest.mark.parametrize("exp", [3610, 0, math.inf])
def test_claims_come_back_as_they_were(exp: float):
    claims = replace(CLAIMS, exp=exp)
    assert ("exp" in pack(claims)) == (exp != math.inf)
    assert unpack(from_octets(to_octets(pack(claims))), Claims, Secret) == claims


@pytest.mark.parametrize(
    "change",
    [
        {"exp": "soon"},
        {"exp": True},
        {"exp": None},
        {"iat": 1.5},
        {"sub": 7},
        {"csrf": 1},
        {"csrf": {}},
        {"enabled": 1},
    ],
)
def test_claims_of_other_kinds_are_none(change: dict[str, Any]):
    assert unpack({**pack(CLAIMS), **change}, Claims, Secret) is None


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists))
def test_nothing_but_an_object_is_a_record(something: object):
    assert unpack(something, Record, Secret) is None


@given(st.dictionaries(st.sampled_from(("user", "created", "exp", "iat", "csrf", "sub")), st.integers() | st.text()))
def test_no_object_raises(fields: dict[str, object]):
    unpack(fields, Claims, Secret)
    unpack(fields, Record, Secret)


@given(st.binary())
def test_no_octets_raise(octets: bytes):
    from_octets(octets)


def test_a_deeply_nested_text_says_nothing():
    assert from_octets(b"[" * 1_000_000) is None
