"""A materialised design as a plain ASGI application: any ASGI server can serve it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from sessionlab.design.design import Design
from sessionlab.engine.steps import Step
from sessionlab.http.message import Request, Response
from sessionlab.servers.cluster import Cluster
from sessionlab.servers.materialised import Materialised
from sessionlab.servers.reading import MOST_BODY_OCTETS, Unreadable, read_request
from sessionlab.servers.writing import as_json, headers_of

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]
Listener = Callable[[str, Request, Response, tuple[Step, ...]], None]
"""Is told which instance answered a request, and how."""

PAUSE_SECONDS = 5.0
WEAK = ("X-Session-Lab", "deliberately-weak")
SERVED_BY = "X-Served-By"
JSON, HTML = "application/json", "text/html; charset=utf-8"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
    "form-action 'self'; base-uri 'none'"
)


class Pages(Protocol):
    """What a person is shown. The application itself knows no words."""

    @property
    def files(self) -> Mapping[str, tuple[str, bytes]]:
        """Files that are served as they are: path to media type and content."""

    def html(self, request: Request, response: Response, content: bytes) -> str:
        """The page for a response. `content`: the JSON that a script would get instead."""


class Application:
    """One instance as an ASGI callable. `weak`: the design has serious findings, and every response says so."""

    def __init__(
        self, server: Materialised, pages: Pages | None = None, weak: bool = False, listener: Listener | None = None
    ) -> None:
        self.server = server
        self._pages = pages
        self._weak = weak
        self._listener = listener

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] == "http":
            await self._serve(scope, receive, send)
        else:
            await send({"type": "websocket.close"})

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        file = self._pages.files.get(scope["path"]) if self._pages is not None else None
        if file is not None and scope["method"] in ("GET", "HEAD"):
            await _send(send, 200, self._complete((), file[0]), file[1])
            return
        try:
            request = read_request(scope, await _body(receive), self.server)
        except Unreadable as problem:
            await _send(send, problem.status, self._complete((), JSON), b'{"content":"unreadable"}')
            return
        response, steps = await self.server.answer(request)
        if response.status == 101:
            # Sockets are simulated alone: whoever asks for one is told what would be needed (RFC 9110 15.5.22).
            await _send(send, 426, self._complete((("Upgrade", "websocket"),), JSON), b'{"content":"no_socket"}')
            return
        if self._listener is not None:
            self._listener(self.server.name, request, response, steps)
        headers = headers_of(request, response, self.server.design, self.server.credentials)
        kind, body = self._body_of(scope, request, response)
        await _send(send, response.status, self._complete(headers, kind), body)

    def _body_of(self, scope: Scope, request: Request, response: Response) -> tuple[str, bytes]:
        """A page for whoever asks for HTML, as navigations do, else JSON."""
        content = as_json(response, self.server.credentials)
        if self._pages is None or not _wants_html(scope):
            return JSON, content
        return HTML, self._pages.html(request, response, content).encode()

    def _complete(self, headers: tuple[tuple[str, str], ...], kind: str) -> tuple[tuple[str, str], ...]:
        usual = (
            ("Content-Type", kind),
            ("Content-Security-Policy", POLICY),
            ("X-Content-Type-Options", "nosniff"),
            ("Vary", "Accept, Cookie"),
        )
        about_us = ((WEAK,) if self._weak else ()) + ((SERVED_BY, self.server.name),)
        return (*headers, *usual, *about_us)


class Balancer:
    """All instances of a design behind one ASGI callable, which gives each request to the instance whose turn it is."""

    def __init__(self, cluster: Cluster, instances: Mapping[str, Asgi]) -> None:
        self.cluster = cluster
        self._instances = instances

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection of any kind."""
        if scope["type"] == "lifespan":
            await _live(receive, send)
            self.cluster.close()
        else:
            await self._instances[self.cluster.next().name](scope, receive, send)


def application(
    design: Design,
    *,
    pages: Pages | None = None,
    weak: bool = False,
    clock: Callable[[], float] = time.time,
    listener: Listener | None = None,
    folder: Path | None = None,
) -> Balancer:
    """The design as an application. `folder`: where stores of files keep what they hold, beyond its end too."""
    return balanced(Cluster(design, clock, _a_while, folder), pages, weak, listener)


def balanced(
    cluster: Cluster, pages: Pages | None = None, weak: bool = False, listener: Listener | None = None
) -> Balancer:
    """Each instance as an application of its own, and the balancer before them."""
    return Balancer(cluster, {each.name: Application(each, pages, weak, listener) for each in cluster.instances})


async def _a_while(held: tuple[str, ...]) -> None:
    await asyncio.sleep(PAUSE_SECONDS)


def _wants_html(scope: Scope) -> bool:
    return any(name == b"accept" and b"text/html" in value for name, value in scope["headers"])


async def _live(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


async def _body(receive: Receive) -> bytes:
    body = b""
    while True:
        message = await receive()
        body += bytes(message.get("body", b""))
        if len(body) > MOST_BODY_OCTETS:
            raise Unreadable(413)
        if not message.get("more_body", False):
            return body


async def _send(send: Send, status: int, headers: tuple[tuple[str, str], ...], body: bytes) -> None:
    raw = [(name.lower().encode("latin-1"), value.encode("latin-1", "replace")) for name, value in headers]
    raw.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": body})
