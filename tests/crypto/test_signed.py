from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sessionlab.crypto.signed import is_signed, sign, without_signature

KEY, OTHER = b"k" * 32, b"o" * 32


@given(st.from_regex(r"[A-Za-z0-9_.-]+", fullmatch=True))
def test_a_signed_text_is_known_again_and_can_be_read(text: str):
    signed = sign(text, KEY, "here")
    assert is_signed(signed, KEY, "here")
    assert without_signature(signed) == text


def test_a_signature_is_worth_nothing_for_another_purpose_or_key():
    signed = sign("1001", KEY, "session id")
    assert not is_signed(signed, KEY, "csrf secret")
    assert not is_signed(signed, OTHER, "session id")


def test_a_signature_does_not_fit_another_text():
    signature = sign("1001", KEY, "session id").rpartition(".")[2]
    assert not is_signed(f"1002.{signature}", KEY, "session id")


@given(st.text())
def test_no_text_raises(text: str):
    without_signature(text)
    assert not is_signed(text, KEY, "here")
