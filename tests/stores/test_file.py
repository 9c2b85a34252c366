from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from sessionlab.stores.file import open_store
from sessionlab.tokens.terms import Record

MARKO = Record("marko@example.test", created=100, seen=100, started="a")


def test_what_was_put_is_still_there_when_the_store_is_opened_again(tmp_path: Path):
    first = open_store(tmp_path, lambda: 0.0)
    asyncio.run(first.put("a", MARKO, None))
    first.close()
    second = open_store(tmp_path, lambda: 0.0)
    assert asyncio.run(second.records()) == (("a", MARKO),)
    second.close()


def test_two_processes_see_the_same_records(tmp_path: Path):
    one, other = (open_store(tmp_path, lambda: 0.0) for _ in range(2))
    asyncio.run(one.put("a", MARKO, None))
    assert asyncio.run(other.delete("a"))
    assert asyncio.run(one.get("a")) is None
    one.close()
    other.close()


def test_nobody_else_may_read_what_it_writes(tmp_path: Path):
    store = open_store(tmp_path / "kept", lambda: 0.0)
    asyncio.run(store.put("a", MARKO, None))
    store.close()
    assert (tmp_path / "kept").stat().st_mode & 0o077 == 0


def test_a_file_whose_time_has_passed_is_gone_with_the_next_sweep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sessionlab.stores.file.SWEEP_EVERY", 2)
    now = [0.0]
    store = open_store(tmp_path, lambda: now[0])
    asyncio.run(store.put("a", MARKO, 60))
    assert len(list(tmp_path.glob("*.json"))) == 1
    now[0] = 60.0
    assert asyncio.run(store.records()) == ()
    asyncio.run(store.put("b", MARKO, None))
    assert len(list(tmp_path.glob("*.json"))) == 1
    store.close()


def test_a_file_that_says_nothing_is_no_record(tmp_path: Path):
    store = open_store(tmp_path, lambda: 0.0)
    asyncio.run(store.put("a", MARKO, None))
    file = next(tmp_path.glob("*.json"))
    for nothing in ("{", file.read_text().replace('"marko@example.test"', "7")):
        file.write_text(nothing)
        assert asyncio.run(store.get("a")) is None
        assert asyncio.run(store.records()) == ()
    store.close()
