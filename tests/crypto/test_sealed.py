from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sessionlab.crypto.sealed import seal, unseal

KEY, OTHER = b"k" * 32, b"o" * 32


@given(st.binary())
def test_what_was_sealed_comes_out_again(octets: bytes):
    assert unseal(seal(octets, KEY, "state"), KEY, "state") == octets


def test_the_same_is_never_sealed_to_the_same_text():
    assert seal(b"marko", KEY, "state") != seal(b"marko", KEY, "state")


def test_nobody_opens_it_with_another_key_or_for_another_purpose():
    sealed = seal(b"marko", KEY, "state")
    assert unseal(sealed, OTHER, "state") is None
    assert unseal(sealed, KEY, "session id") is None


def test_a_change_anywhere_is_noticed():
    sealed = seal(b"marko", KEY, "state")
    for place, letter in enumerate(sealed[:-1]):
        changed = sealed[:place] + ("B" if letter == "A" else "A") + sealed[place + 1 :]
        assert unseal(changed, KEY, "state") is None


@given(st.text())
def test_no_text_raises(text: str):
    assert unseal(text, KEY, "state") is None
