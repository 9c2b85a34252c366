"""A client's half of the wire: from a request value to the bytes that leave, and from those that come back."""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from typing import Any
from urllib.parse import urlencode

from sessionlab.engine.cors import ALLOW_CREDENTIALS, ALLOW_ORIGIN
from sessionlab.engine.routes.logout import FORGET
from sessionlab.engine.routes.page import FRAMING
from sessionlab.http.message import Pairs, Request, Response
from sessionlab.servers.asgi import POLICY, Asgi
from sessionlab.servers.credentials import Credentials
from sessionlab.servers.reading import BEARER, FORM
from sessionlab.tokens.credentials import is_credential
from sessionlab.tokens.terms import RefreshToken, Secret
from sessionlab.value import Value
from tests.agreement.reader import Reader

Writer = Reader | Credentials

READ_BY_THE_BROWSER = ("Location", "Clear-Site-Data", FRAMING, ALLOW_ORIGIN, ALLOW_CREDENTIALS)


class RawRequest(Value):
    """A request as it is sent: everything is text or bytes."""

    method: str
    scheme: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""


class RawResponse(Value):
    """A response as it arrived; header names in lower case."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def all(self, name: str) -> tuple[str, ...]:
        return tuple(value for known, value in self.headers if known == name.lower())


Exchange = Callable[[RawRequest], Coroutine[Any, Any, RawResponse]]


def text_of(value: Any, reader: Writer) -> str:
    return reader.write(value) if is_credential(value) or isinstance(value, Secret | RefreshToken) else str(value)


def encoded(request: Request, reader: Writer) -> RawRequest:
    """The request in bytes, with a `Cookie` header made as browsers make it."""
    query = urlencode(_texts(request.query, reader))
    headers = [("Host", request.url.authority)]
    if request.header("Accept") is None:
        headers.append(("Accept", "*/*"))
    if request.cookies:
        cookies = _texts(request.cookies, reader)
        headers.append(("Cookie", "; ".join(f"{name}={value}" for name, value in cookies)))
    for name, value in _texts(request.headers, reader):
        headers.append((name, f"{BEARER} {value}" if name == "Authorization" else value))
    body = urlencode(_texts(request.fields, reader)).encode()
    if request.fields:
        headers.append(("Content-Type", FORM))
    target = request.url.path + (f"?{query}" if query else "")
    return RawRequest(request.method, request.url.scheme, target, tuple(headers), body)


def _texts(pairs: Pairs, reader: Writer) -> list[tuple[str, str]]:
    return [(name, text_of(value, reader)) for name, value in pairs]


def decoded(raw: RawResponse, reader: Writer) -> Response:
    """The response value that these bytes tell, without its cookies."""
    told = json.loads(raw.body)
    token, form_token, refresh = told["token"], told["form_token"], told["refresh_token"]
    return Response(
        status=raw.status,
        content=told["content"],
        details=tuple(told["details"]),
        headers=tuple((name, value) for name in READ_BY_THE_BROWSER for value in raw.all(name) if value != POLICY),
        token=token if token is None or token == FORGET else reader.read(token),
        refresh_token=None if refresh is None else reader.read_refresh(refresh),
        form_token=None if form_token is None else reader.read_secret(form_token),
        user=told["user"],
        ground=told["ground"],
    )


async def call(app: Asgi, raw: RawRequest) -> RawResponse:
    """Call an ASGI application in this process."""
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
