from __future__ import annotations

from sessionlab.crypto.keys import fresh_keys


def test_keys_are_different_each_time_and_for_each_purpose():
    one, other = fresh_keys(), fresh_keys()
    assert len({one.tokens, one.signing, one.sealing, other.tokens, other.signing, other.sealing}) == 6
    assert all(len(key) == 32 for key in (one.tokens, one.signing, one.sealing))


def test_keys_do_not_show_in_a_text():
    keys = fresh_keys()
    assert repr(keys) == "Keys()"
