"""Asking the web application in this process: one request, one answer."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from sessionlab.value import Value
from sessionlab.web.app import make_app

HOST = "127.0.0.1:8765"


class Answer(Value):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def ask(
    method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None, host: str = "127.0.0.1"
) -> Answer:
    """What the application answers when it listens at `host`."""
    fields = {"host": HOST} | ({"content-type": "application/json"} if method == "POST" else {}) | (headers or {})
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in fields.items()],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8765),
    }
    return asyncio.run(_ask(scope, body, host))


async def _ask(scope: dict[str, Any], body: bytes, host: str) -> Answer:
    parts = [body[start : start + 16_384] for start in range(0, len(body), 16_384)] or [b""]
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        part = parts.pop(0) if parts else b""
        return {"type": "http.request", "body": part, "more_body": bool(parts)}

    async def send(message: Any) -> None:
        sent.append(message)

    await make_app(host)(scope, receive, send)
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], headers, b"".join(message.get("body", b"") for message in sent[1:]))


def post(path: str, body: Any, **more: Any) -> Answer:
    """The answer to a JSON body."""
    return ask("POST", path, json.dumps(body).encode(), **more)
