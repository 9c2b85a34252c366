from __future__ import annotations

import asyncio

from sessionlab.stores.queues import Queues


def test_a_queue_that_is_empty_again_leaves_nothing_behind():
    queues = Queues()

    async def use() -> None:
        async with queues.lock("a"):
            assert queues.awaited() == ()

    asyncio.run(use())
    assert queues._queues == {}
