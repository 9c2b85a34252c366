"""What anybody can do with the text of a value."""

from __future__ import annotations

import base64
import json
import zlib

import pytest

from sessionlab.card.box_values import altered, decoded, invented, legible, neighbours
from sessionlab.card.subject import Piece

MARKER = "marko@example.test"
JSON = json.dumps({"user": MARKER}).encode()


def copy_of(text: str) -> tuple[Piece, ...]:
    return (Piece("session", text),)


@pytest.mark.parametrize(
    "text",
    [
        MARKER,
        "marko%40example.test",
        base64.b64encode(JSON).decode(),
        base64.urlsafe_b64encode(JSON).decode().rstrip("=") + ".c2lnbmF0dXJl",
        "." + base64.urlsafe_b64encode(zlib.compress(JSON)).decode().rstrip("="),
        base64.b64encode(b'{"inner": "' + base64.b64encode(JSON) + b'"}').decode(),
    ],
    ids=["plain", "percent", "base64", "signed", "zlib", "nested"],
)
def test_a_name_is_found_under_encodings_that_need_no_key(text: str):
    assert legible(copy_of(text), MARKER)


@pytest.mark.parametrize("text", ["9f2c1e", "", base64.b64encode(b"\x00\xff" * 40).decode(), "%%%"])
def test_what_says_nothing_is_not_legible(text: str):
    assert not legible(copy_of(text), MARKER)


def test_a_small_text_that_inflates_without_end_is_cut():
    bomb = base64.b64encode(zlib.compress(b"0" * 50_000_000)).decode()
    assert not legible(copy_of(bomb), MARKER)


def test_every_letter_and_digit_is_changed_once():
    changed = altered(copy_of("ab1-."))
    assert [one[0].value for _, _, one in changed] == ["bb1-.", "ac1-.", "ab2-."]


def test_spare_bits_at_the_end_of_base64_change_nothing():
    """RFC 4648 3.5: two characters hold one octet and four bits that mean nothing."""
    text = base64.urlsafe_b64encode(b"\x01").decode().rstrip("=")
    assert text == "AQ"
    assert [(one[0].value, changes) for _, changes, one in altered(copy_of(text))] == [("BQ", True), ("AR", False)]


def test_an_altered_value_stands_alone():
    two = (Piece("a", "x"), Piece("b", "y"))
    assert {len(one) for _, _, one in altered(two)} == {1}


def test_a_made_up_value_has_the_shape_of_the_original():
    made_up = invented(copy_of("s%3A9f-Qz.1"))
    assert made_up is not None
    assert made_up[0].value == "a%0a0a-aa.0"
    assert invented(()) is None


def test_only_a_plain_number_has_neighbours():
    assert [one[0].value for one in neighbours(copy_of("1001"))] == ["1002", "1000", "1003", "999"]
    assert neighbours(copy_of("9f2c")) == ()


def test_what_is_no_base64_is_not_decoded():
    assert decoded("abc!") is None
    assert decoded("AQ") == decoded("AQ==") == b"\x01"
