"""A materialised design as a plain ASGI application: any ASGI server can serve it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

from sessionlab.design.design import Design
from sessionlab.engine.steps import Step
from sessionlab.http.message import Request, Response
from sessionlab.servers.materialised import Materialised
from sessionlab.servers.reading import MOST_BODY_OCTETS, Unreadable, read_request
from sessionlab.servers.writing import as_json, headers_of
from sessionlab.stores.memory import MemoryDenylist, MemoryStore

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
Listener = Callable[[Request, Response, tuple[Step, ...]], None]

PAUSE_SECONDS = 5.0
WEAK = ("X-Session-Lab", "deliberately-weak")
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
    """The ASGI callable. `weak`: the design has serious findings, and every response says so."""

    def __init__(
        self, server: Materialised, pages: Pages | None = None, weak: bool = False, listener: Listener | None = None
    ) -> None:
        self.server = server
        self._pages = pages
        self._weak = weak
        self._listener = listener

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection of any kind: requests, and the server's word that it starts or ends."""
        if scope["type"] == "lifespan":
            await _live(receive, send)
        elif scope["type"] == "http":
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
            self._listener(request, response, steps)
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
        return (*headers, *usual, *((WEAK,) if self._weak else ()))


def application(
    design: Design,
    *,
    pages: Pages | None = None,
    weak: bool = False,
    clock: Callable[[], float] = time.time,
    listener: Listener | None = None,
) -> Application:
    """The design as an application with its sessions in this process's memory and new random keys."""
    server = Materialised(design, MemoryStore(clock), MemoryDenylist(clock), clock, _a_while)
    return Application(server, pages, weak, listener)


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
