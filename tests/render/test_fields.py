"""What stands inside self-describing credentials."""

from __future__ import annotations

import math

import pytest

from sessionlab.render.fields import fields_of_claims, fields_of_record, record_of, unpacked
from sessionlab.tokens.terms import Claims, Record


def test_a_token_without_end_has_no_exp():
    claims = Claims("u", 1, "user", 0, math.inf, "i", "a", 1)
    assert "exp" not in fields_of_claims(claims, versioned=False, fingerprinted=False, spell=str)


def test_what_a_design_compares_stands_in_the_token():
    claims = Claims("u", 1, "user", 0, 9, "i", "a", 1)
    assert fields_of_claims(claims, versioned=True, fingerprinted=True, spell=str)["ver"] == 0


def test_an_anonymous_record_names_nobody():
    assert "user" not in fields_of_record(Record(None, 0, 0, 1), str)


def test_fields_that_no_record_has_are_refused():
    with pytest.raises(ValueError, match="vser"):
        record_of({"vser": "u", "created": 0, "seen": 0, "n": 1}, str)


def test_text_that_is_no_object_is_refused():
    with pytest.raises(ValueError, match="1"):
        unpacked(b"[1]")
