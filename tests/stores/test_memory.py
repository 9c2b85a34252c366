"""What is peculiar to the process's memory."""

from __future__ import annotations

import asyncio
import math

from sessionlab.stores import memory
from sessionlab.stores.memory import MemoryDenylist, MemoryStore
from sessionlab.tokens.terms import Record

NOBODY = Record(None, created=0, seen=0, started="x")


def test_records_are_told_oldest_first_and_a_rewritten_one_is_the_newest():
    store = MemoryStore(lambda: 0.0)

    async def fill() -> None:
        for key in ("a", "b", "a"):
            await store.put(key, NOBODY, None)

    asyncio.run(fill())
    assert [key for key, _ in store.records()] == ["b", "a"]


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


def test_who_waits_for_a_session_is_seen():
    store = MemoryStore(lambda: 0.0)

    async def look() -> tuple[tuple[str, ...], ...]:
        async def wait() -> None:
            async with store.lock("a"):
                pass

        async with store.lock("a"):
            alone = store.awaited()
            task = asyncio.create_task(wait())
            await asyncio.sleep(0)
            together = store.awaited()
        await task
        return alone, together, store.awaited()

    assert asyncio.run(look()) == ((), ("a",), ())
    assert store._queues == {}


def test_clearing_forgets_every_record():
    store = MemoryStore(lambda: 0.0)
    asyncio.run(store.put("a", NOBODY, None))
    store.clear()
    assert store.records() == ()


def test_a_denylist_drops_what_has_had_its_time_when_something_new_comes():
    now = [0.0]
    denylist = MemoryDenylist(lambda: now[0])
    asyncio.run(denylist.deny("one", 10.0))
    now[0] = 10.0
    asyncio.run(denylist.deny("two", math.inf))
    assert denylist.entries() == (("two", math.inf),)
