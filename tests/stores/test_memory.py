"""What is peculiar to the process's memory."""

from __future__ import annotations

import asyncio
from pathlib import Path

from sessionlab.stores import memory
from sessionlab.stores.memory import MemoryStore, open_store
from sessionlab.tokens.terms import Record

NOBODY = Record(None, created=0, seen=0, started="x")


def test_what_nobody_asks_after_is_cleared_away_in_time(monkeypatch):
    monkeypatch.setattr(memory, "FIRST_SWEEP", 10)
    now = [0.0]
    store = MemoryStore(lambda: now[0])

    async def fill() -> None:
        for number in range(100):
            now[0] = float(number)
            await store.put(str(number), NOBODY, 5)

    asyncio.run(fill())
    assert len(store._entries) < 25


def test_opening_it_again_is_a_process_that_starts_with_nothing(tmp_path: Path):
    asyncio.run(open_store(tmp_path, lambda: 0.0).put("a", NOBODY, None))
    assert asyncio.run(open_store(tmp_path, lambda: 0.0).records()) == ()
