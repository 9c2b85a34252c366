"""The process's own memory: gone with the process, and known to no other.

No method waits in its middle, so each is atomic among the tasks of one event loop.
"""

from __future__ import annotations

import math
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from sessionlab.stores.port import Clock
from sessionlab.stores.queues import Queues
from sessionlab.tokens.terms import Record
from sessionlab.value import replace

FIRST_SWEEP = 1000
"""With so many entries, those whose time has passed are cleared away, and again whenever there are twice as many."""


def open_store(folder: Path, clock: Clock) -> MemoryStore:
    """A store that is empty, as the memory of a process that starts. The folder is left alone."""
    return MemoryStore(clock)


class MemoryStore:
    """Session records in a dictionary, oldest first."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._entries: dict[str, tuple[Record, float]] = {}
        self._sweep_at = FIRST_SWEEP
        self.queues = Queues()

    async def get(self, key: str) -> Record | None:
        """The record under a key, or None."""
        entry = self._entries.get(key)
        if entry is None or entry[1] > self._clock():
            return entry[0] if entry else None
        del self._entries[key]
        return None

    async def put(self, key: str, record: Record, seconds: float | None) -> None:
        """Write a record, whether or not there is one; it is then the newest."""
        self._entries.pop(key, None)
        self._entries[key] = (record, self._end(seconds))
        if len(self._entries) >= self._sweep_at:
            self._sweep()
            self._sweep_at = max(FIRST_SWEEP, 2 * len(self._entries))

    async def update(self, key: str, record: Record, seconds: float | None) -> bool:
        """Write a record only if there is one already. Was there?"""
        if await self.get(key) is None:
            return False
        self._entries[key] = (record, self._end(seconds))
        return True

    async def touch(self, key: str, seen: int, seconds: float | None) -> bool:
        """Note the time of use in a record, if it is there. Was it there?"""
        record = await self.get(key)
        return record is not None and await self.update(key, replace(record, seen=seen), seconds)

    async def delete(self, key: str) -> bool:
        """Delete a record. Was there one?"""
        known = await self.get(key) is not None
        self._entries.pop(key, None)
        return known

    async def count(self, user: str, without: str | None = None) -> int:
        """How many records a user has, one key left out."""
        return len(self._of(user, without))

    async def delete_all(self, user: str, keep: str | None = None) -> int:
        """Delete all records of a user, except perhaps one. How many were there?"""
        keys = self._of(user, keep)
        for key in keys:
            del self._entries[key]
        return len(keys)

    async def records(self) -> tuple[tuple[str, Record], ...]:
        """All records that live, with their keys, oldest first."""
        self._sweep()
        return tuple((key, record) for key, (record, _) in self._entries.items())

    async def clear(self) -> None:
        """Forget everything, as a restart of the process does."""
        self._entries.clear()

    def close(self) -> None:
        """There is nothing to give back."""

    def lock(self, key: str) -> AbstractAsyncContextManager[None]:
        """Whoever is inside is the only one to use that session."""
        return self.queues.lock(key)

    def _of(self, user: str, without: str | None) -> tuple[str, ...]:
        self._sweep()
        return tuple(key for key, (record, _) in self._entries.items() if record.user == user and key != without)

    def _end(self, seconds: float | None) -> float:
        return math.inf if seconds is None else self._clock() + seconds

    def _sweep(self) -> None:
        now = self._clock()
        for key in [key for key, (_, end) in self._entries.items() if end <= now]:
            del self._entries[key]
