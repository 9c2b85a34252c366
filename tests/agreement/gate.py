"""Where the slow requests of a play wait."""

from __future__ import annotations

import asyncio
from typing import Any


class Gate:
    """Where slow requests wait until they are let through, one by one."""

    def __init__(self) -> None:
        self.waiting: dict[asyncio.Task[Any], tuple[tuple[str, ...], asyncio.Future[None]]] = {}

    async def __call__(self, held: tuple[str, ...]) -> None:
        task = asyncio.current_task()
        assert task is not None
        opened = asyncio.get_running_loop().create_future()
        self.waiting[task] = (held, opened)
        await opened

    def open(self, task: asyncio.Task[Any]) -> None:
        self.waiting.pop(task)[1].set_result(None)

    def holder_of(self, keys: tuple[str, ...]) -> asyncio.Task[Any] | None:
        return next((task for task, (held, _) in self.waiting.items() if set(held) & set(keys)), None)
