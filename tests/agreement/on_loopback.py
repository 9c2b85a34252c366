"""The real server on real sockets of this machine, with and without TLS, in a thread that the test ends.

Two listeners, as the names of the simulation want them: one answers for https, one for http. Whichever host is asked,
the request arrives here; the application answers for its own name, and an empty page for any other.
"""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import uvicorn

from sessionlab.http.raw import RawRequest, RawResponse
from sessionlab.servers.asgi import Asgi, Receive, Scope, Send
from sessionlab.servers.loopback import throw_away_certificate
from sessionlab.world.places import APP_HOST, EVIL_HOST, SIBLING_HOST

NAMES = (APP_HOST, SIBLING_HOST, EVIL_HOST)
PLANT = "/plant"
"""On another host: answers with the `Set-Cookie` lines of its query string, one `line=` each."""


class Hosts:
    """The ASGI application behind both listeners. `app` may be another one for each test."""

    def __init__(self) -> None:
        self.app: Asgi | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        host = next(value.decode() for name, value in scope["headers"] if name == b"host")
        if host.partition(":")[0] == APP_HOST and self.app is not None:
            await self.app(scope, receive, send)
        else:
            await _foreign(scope, send)


async def _foreign(scope: Scope, send: Send) -> None:
    from urllib.parse import parse_qsl

    lines = [value for name, value in parse_qsl(scope["query_string"].decode()) if name == "line"]
    headers = [(b"content-type", b"text/html"), *((b"set-cookie", line.encode("latin-1")) for line in lines)]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"<!doctype html><title>another site</title>"})


class Loopback:
    """Where the two listeners are."""

    def __init__(self, hosts: Hosts, https_port: int, http_port: int) -> None:
        self.hosts = hosts
        self.ports = {"https": https_port, "http": http_port}

    def exchange(self, raw: RawRequest) -> RawResponse:
        """Send a request as a client of its own, and read the answer."""
        port = self.ports[raw.scheme]
        if raw.scheme == "https":
            # The certificate is nobody's; who is asked is decided by the port.
            context = ssl._create_unverified_context()
            connection: http.client.HTTPConnection = http.client.HTTPSConnection("127.0.0.1", port, context=context)
        else:
            connection = http.client.HTTPConnection("127.0.0.1", port)
        with contextlib.closing(connection):
            connection.putrequest(raw.method, raw.target, skip_host=True, skip_accept_encoding=True)
            for name, value in raw.headers:
                connection.putheader(name, value.encode("latin-1"))
            connection.putheader("Content-Length", str(len(raw.body)))
            connection.endheaders(raw.body)
            response = connection.getresponse()
            headers = tuple((name.lower(), value) for name, value in response.getheaders())
            return RawResponse(response.status, headers, response.read())


@contextlib.contextmanager
def loopback() -> Iterator[Loopback]:
    """Both listeners, while the block lasts."""
    hosts = Hosts()
    with throw_away_certificate(NAMES) as certificate, contextlib.ExitStack() as stack:
        https = stack.enter_context(_listener(hosts, certificate))
        http = stack.enter_context(_listener(hosts, None))
        yield Loopback(hosts, https, http)


@contextlib.contextmanager
def _listener(hosts: Hosts, certificate: Path | None) -> Iterator[int]:
    settings: dict[str, Any] = {"ssl_certfile": str(certificate)} if certificate else {}
    config = uvicorn.Config(
        hosts, log_level="error", access_log=False, lifespan="off", timeout_graceful_shutdown=1, **settings
    )
    server = uvicorn.Server(config)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        try:
            yield listening.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join(timeout=10)
