from __future__ import annotations

from pathlib import Path

from sessionlab.crypto.keys import fresh_keys, kept_keys, renewed


def test_keys_are_different_each_time_and_for_each_purpose():
    one, other = fresh_keys(), fresh_keys()
    assert len({one.tokens, one.signing, one.sealing, other.tokens, other.signing, other.sealing}) == 6
    assert all(len(key) == 32 for key in (one.tokens, one.signing, one.sealing))


def test_new_keys_for_logins_leave_those_of_lasting_things_alone():
    keys = fresh_keys()
    fresh = renewed(keys)
    assert fresh.lasting == keys.lasting
    assert not {fresh.tokens, fresh.signing, fresh.sealing} & {keys.tokens, keys.signing, keys.sealing}


def test_a_folder_keeps_keys_that_only_their_owner_reads(tmp_path: Path):
    keys = kept_keys(tmp_path / "kept")
    assert kept_keys(tmp_path / "kept") == keys
    assert (tmp_path / "kept" / "keys.json").stat().st_mode & 0o077 == 0


def test_keys_do_not_show_in_a_text():
    keys = fresh_keys()
    assert repr(keys) == "Keys()"
