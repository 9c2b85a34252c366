"""The real server: the steps of the same logic, answered by a store, a clock and real cryptography.

Nothing here decides anything about sessions. What is asked, and in what order, is the logic's business.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

from sessionlab.crypto.keys import Keys, fresh_keys
from sessionlab.design.design import Design
from sessionlab.engine.durations import DAY
from sessionlab.engine.routes import answer
from sessionlab.engine.steps import Logic, Step
from sessionlab.http.message import Request, Response
from sessionlab.servers.answers import answering
from sessionlab.servers.credentials import Credentials
from sessionlab.servers.database import Database, UsedIds
from sessionlab.stores.port import Clock, Denylist, Store

HOUSEKEEPING = DAY
"""A store forgets a record so long after the logic would have refused it: that the record ended is still noticed."""

ROOM = 5
"""So many records fit into a store that evicts live ones: few, so that one sees it happen."""

Pause = Callable[[tuple[str, ...]], Awaitable[None]]
"""Where a slow handler waits. It is told which sessions the request has locked."""


@dataclass
class Materialised:
    """One instance of a design as a running server.

    `clock` gives seconds, and `slow` says by how many this server's own is behind. `store` and `denylist` may be its
    own or the same for all instances, as `database` always is. `used`: ids whose use only this instance remembers.
    """

    design: Design
    store: Store
    denylist: Denylist
    clock: Clock
    pause: Pause
    database: Database
    keys: Keys = field(default_factory=fresh_keys)
    name: str = "A"
    housekeeping: float = HOUSEKEEPING
    room: float = ROOM
    slow: float = 0.0
    used: UsedIds = field(default_factory=UsedIds)

    def __post_init__(self) -> None:
        self.sign_with(self.keys)

    def sign_with(self, keys: Keys) -> None:
        """Use these keys from now on."""
        self.keys = keys
        self.credentials = Credentials(self.design, keys, self.database)

    async def answer(self, request: Request) -> tuple[Response, tuple[Step, ...]]:
        """Answer one request. Also gives the steps that the logic took, for whoever wants to tell them."""
        steps: list[Step] = []
        response: Response = await self.drive(answer(request, self.design), steps)
        return response, tuple(steps)

    async def drive(self, logic: Logic[Any], steps: list[Step] | None = None) -> Any:
        """Drive any logic to its end: a request's, or what an operator does."""
        taken = [] if steps is None else steps
        async with AsyncExitStack() as locks:
            answered = answering(self, locks)
            known: Any = None
            try:
                while True:
                    step = logic.send(known)
                    taken.append(step)
                    known = await answered(step)
            except StopIteration as finished:
                return finished.value

    async def make_room(self) -> None:
        """Drop the oldest records of a store in which too many are."""
        known = await self.store.records()
        for key, _ in known[: len(known) - int(min(self.room, len(known)))]:
            await self.store.delete(key)
