"""What stands before every request and behind every response: the Host check and the security headers."""

from __future__ import annotations

import ipaddress
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from sessionlab.errors import Trouble
from sessionlab.web.problem import problem_response

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK = ("localhost", "127.0.0.1", "::1")

# Nothing but what this origin serves, and no markup made from text: the page builds its nodes one by one.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)


class Guard:
    """Wraps the application. `host`: the name or address it listens at, as the person gave it."""

    def __init__(self, app: App, host: str = "127.0.0.1") -> None:
        self._app = app
        self._host = host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through if it was meant for this lab."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *HEADERS]
            await send(message)

        asked = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
        if is_meant(asked, self._host):
            await self._app(scope, receive, dressed)
        else:
            # A page elsewhere whose name was made to lead here (DNS rebinding) must learn nothing.
            await problem_response(Trouble("wrong_host", host=asked), 421)(scope, receive, dressed)


def is_meant(asked: str, listening: str) -> bool:
    """Whether the Host field names this lab: the own machine or, where it listens further, an address or its name."""
    name = asked.rpartition("]")[0].removeprefix("[") if asked.startswith("[") else asked.partition(":")[0]
    if name.lower() in LOOPBACK:
        return True
    if listening in LOOPBACK:
        return False
    return name.lower() == listening.lower() or _is_address(name)


def _is_address(name: str) -> bool:
    """An address cannot be rebound: no name leads to it."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
