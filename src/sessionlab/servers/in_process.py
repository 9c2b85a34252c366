"""A materialised design called in this process: no socket, and its clock and slow requests in the caller's hands."""

from __future__ import annotations

import asyncio
from typing import Any

from sessionlab.design.design import Design
from sessionlab.http.raw import RawRequest, RawResponse
from sessionlab.servers.asgi import Asgi, balanced
from sessionlab.servers.cluster import Cluster

START = 1_798_797_600.0
"""The second at which the application starts; any other would do."""
QUIET_ROUNDS = 60
"""So many turns of the event loop finish whatever does not wait for another request."""
Task = asyncio.Task[RawResponse]


async def call(app: Asgi, raw: RawRequest) -> RawResponse:
    """Call an ASGI application once."""
    sent: list[dict[str, Any]] = []
    path, _, query = raw.target.partition("?")
    scope = {
        "type": "http",
        "method": raw.method,
        "scheme": raw.scheme,
        "path": path,
        "query_string": query.encode(),
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in raw.headers],
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": raw.body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await app(scope, receive, send)
    headers = tuple((name.decode(), value.decode("latin-1")) for name, value in sent[0]["headers"])
    return RawResponse(sent[0]["status"], headers, b"".join(message["body"] for message in sent[1:]))


class InProcess:
    """One running application. `loop`: the event loop that it runs in, only while it is asked something."""

    def __init__(self, design: Design, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._clock = START
        self._cluster = Cluster(design, self.now, self._pause)
        self._app = balanced(self._cluster)
        self._paused: dict[Task | None, asyncio.Future[None]] = {}
        self._slow: list[Task] = []

    def now(self) -> float:
        """The second that the application's clock shows."""
        return self._clock

    def wait(self, seconds: int) -> None:
        """Let time pass."""
        self._clock += seconds

    def restart(self) -> None:
        """End the process and start it again: what lived in its memory is gone, and so are keys made up at start."""
        for task in self._slow:
            task.cancel()
        if self._slow:
            self._loop.run_until_complete(asyncio.wait(self._slow))
        self._slow, self._paused = [], {}
        self._loop.run_until_complete(self._cluster.restart(one=False))

    def exchange(self, raw: RawRequest) -> RawResponse:
        """Send a request and wait for its response; a slow one goes on at once, and so does whoever it waits for."""
        task = self._begun(raw)
        while not task.done():
            self._let_go(task if task in self._paused else next(iter(self._paused)))
            self._loop.run_until_complete(self._rounds(task))
        return task.result()

    def begin(self, raw: RawRequest) -> int | None:
        """Send a slow request; answers with its number, or None if it was not slow and is answered already."""
        task = self._begun(raw)
        if task.done():
            return None
        self._slow.append(task)
        return len(self._slow) - 1

    def finish(self, number: int) -> RawResponse:
        """Let a slow request go on; its response."""
        task = self._slow[number]
        if task in self._paused:
            self._let_go(task)
        return self._loop.run_until_complete(task)

    def _begun(self, raw: RawRequest) -> Task:
        task = self._loop.create_task(call(self._app, raw))
        self._loop.run_until_complete(self._rounds(task))
        return task

    async def _rounds(self, task: Task) -> None:
        for _ in range(QUIET_ROUNDS):
            if task.done() or task in self._paused:
                return
            await asyncio.sleep(0)

    async def _pause(self, held: tuple[str, ...]) -> None:
        opened = asyncio.get_running_loop().create_future()
        self._paused[asyncio.current_task()] = opened
        await opened

    def _let_go(self, task: Task | None) -> None:
        self._paused.pop(task).set_result(None)
