"""Locks on single sessions that hold between processes too: one file, of which every session has a byte of its own."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from sessionlab.stores.queues import Queues

POLL_SECONDS = 0.02
WHOLE_STORE = 2**62
"""The byte that stands for the whole store; those of the sessions lie below it."""


class FileLocks:
    """The locks of one store. Within a process a queue keeps the order; the file only keeps other processes out."""

    def __init__(self, path: Path, queues: Queues) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        self._queues = queues

    def close(self) -> None:
        """Give the file back, and with it every lock."""
        os.close(self._file)

    @asynccontextmanager
    async def session(self, key: str) -> AsyncIterator[None]:
        """Whoever is inside is the only one to use that session, here and in every other process."""
        import fcntl  # not everywhere, and only needed where a store of files is

        place = int.from_bytes(hashlib.sha256(key.encode()).digest()[:6], "big")
        async with self._queues.lock(key):
            # A byte locked by this process is free to it, so nothing here waits for itself (POSIX record locks).
            while True:
                with contextlib.suppress(BlockingIOError, PermissionError):
                    fcntl.lockf(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, place)
                    break
                await asyncio.sleep(POLL_SECONDS)
            try:
                yield
            finally:
                fcntl.lockf(self._file, fcntl.LOCK_UN, 1, place)

    @contextmanager
    def store(self) -> Iterator[None]:
        """Whoever is inside is the only one to write to the store. Held for a moment, so it simply waits."""
        import fcntl

        fcntl.lockf(self._file, fcntl.LOCK_EX, 1, WHOLE_STORE)
        try:
            yield
        finally:
            fcntl.lockf(self._file, fcntl.LOCK_UN, 1, WHOLE_STORE)
