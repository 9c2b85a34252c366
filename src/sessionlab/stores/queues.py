"""Who may use a session now, and who waits for it: one queue a session, in the order of coming."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class _Queue:
    """Those who want one session: `length` of them, the one who has it counted."""

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.length = 0


class Queues:
    """The queues of one store, as far as this process is concerned."""

    def __init__(self) -> None:
        self._queues: dict[str, _Queue] = {}

    @asynccontextmanager
    async def lock(self, key: str) -> AsyncIterator[None]:
        """Whoever is inside is the only one to use that session; others wait in the order in which they came."""
        queue = self._queues.setdefault(key, _Queue())
        queue.length += 1
        try:
            async with queue.lock:
                yield
        finally:
            queue.length -= 1
            if queue.length == 0:
                del self._queues[key]

    def awaited(self) -> tuple[str, ...]:
        """The sessions that somebody waits for."""
        return tuple(key for key, queue in self._queues.items() if queue.length > 1)
