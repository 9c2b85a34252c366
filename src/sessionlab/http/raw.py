"""Messages as they cross the wire: everything is text or octets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from sessionlab.http.headers import all_values
from sessionlab.http.message import Pairs, Request
from sessionlab.value import Value

FORM = "application/x-www-form-urlencoded"
BEARER = "Bearer"
Text = Callable[[Any], str]


class RawRequest(Value):
    """A request as it is sent."""

    method: str
    scheme: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""


class RawResponse(Value):
    """A response as it arrived."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def all(self, name: str) -> tuple[str, ...]:
        """The values of all header fields of that name, in their order."""
        return all_values(self.headers, name)


def raw_request(request: Request, text: Text = str) -> RawRequest:
    """The request in octets, with a `Cookie` header made as browsers make it. `text`: what a value is as text."""
    query = urlencode(_texts(request.query, text))
    headers = [("Host", request.url.authority)]
    if request.header("Accept") is None:
        headers.append(("Accept", "*/*"))
    if request.cookies:
        headers.append(("Cookie", "; ".join(f"{name}={value}" for name, value in _texts(request.cookies, text))))
    for name, value in _texts(request.headers, text):
        headers.append((name, f"{BEARER} {value}" if name == "Authorization" else value))
    body = urlencode(_texts(request.fields, text)).encode()
    if request.fields:
        headers.append(("Content-Type", FORM))
    target = request.url.path + (f"?{query}" if query else "")
    return RawRequest(request.method, request.url.scheme, target, tuple(headers), body)


def _texts(pairs: Pairs, text: Text) -> list[tuple[str, str]]:
    return [(name, text(value)) for name, value in pairs]
