"""From the bytes of a request to a `Request` value, as web servers do it. No input raises anything but `Unreadable`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import parse_qsl

from sessionlab.engine.cookie_out import BASE_NAME, CSRF_COOKIE, cookie_name
from sessionlab.engine.credential import TOKEN_HEADER, TOKEN_PARAMETER
from sessionlab.engine.csrf import OWN_HEADER, TOKEN_FIELD
from sessionlab.engine.csrf import TOKEN_HEADER as CSRF_HEADER
from sessionlab.engine.refresh import COOKIE as REFRESH_COOKIE
from sessionlab.engine.refresh import FIELD as REFRESH_FIELD
from sessionlab.errors import Trouble
from sessionlab.http.message import Client, Pairs, Request
from sessionlab.http.raw import FORM
from sessionlab.http.url import canonical_path, parse_url
from sessionlab.servers.materialised import Materialised
from sessionlab.value import replace

MOST_BODY_OCTETS = 64 * 1024
MOST_FIELDS = 100
KNOWN_HEADERS = ("Origin", "Referer", "Sec-Fetch-Site", "Sec-Fetch-Mode", "Sec-Fetch-Dest", OWN_HEADER)
"""Headers that the logic may look at and that hold plain text."""

Readers = Mapping[str, Callable[[str], Any]]


class Unreadable(Exception):
    """A request that cannot be read. `status`: the answer to it."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def read_request(scope: dict[str, Any], body: bytes, server: Materialised) -> Request:
    """The request of an ASGI scope and its body. Raises `Unreadable`."""
    headers = tuple((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in scope["headers"])
    credential, secret = server.credentials.read, server.credentials.read_secret
    refresh = server.credentials.read_refresh
    by_parameter: Readers = {
        TOKEN_PARAMETER: credential,
        BASE_NAME: credential,
        TOKEN_FIELD: secret,
        REFRESH_FIELD: refresh,
    }
    by_cookie: Readers = {cookie_name(server.design): credential, CSRF_COOKIE: secret, REFRESH_COOKIE: refresh}
    query = pairs_of(scope.get("query_string", b""))
    fields = pairs_of(body) if _is_form(headers) else ()
    try:
        url = parse_url(f"{scope.get('scheme', 'http')}://{dict(headers).get('host', '')}/")
    except Trouble as trouble:
        raise Unreadable(400) from trouble
    return Request(
        method=scope["method"],
        url=replace(url, path=canonical_path(scope["path"])),
        cookies=_as_terms(cookie_pairs(headers), by_cookie),
        headers=_headers(headers, server),
        fields=_as_terms(fields, by_parameter),
        query=_as_terms(query, by_parameter),
        client=_client(scope, dict(headers)),
    )


def _client(scope: dict[str, Any], headers: Mapping[str, str]) -> Client:
    """Who asks, as far as a connection without a client certificate tells."""
    address = scope.get("client") or ("", 0)
    return Client(address=str(address[0]), agent=headers.get("user-agent", ""))


def cookie_pairs(headers: Iterable[tuple[str, str]]) -> Pairs:
    """The cookies of all `Cookie` fields, in their order (RFC 6265bis 4.2.1); a part without "=" is a bare value."""
    parts = (part.strip() for name, value in headers if name == "cookie" for part in value.split(";"))
    return tuple(_pair(part) for part in parts if part)


def _pair(part: str) -> tuple[str, str]:
    name, equals, value = part.partition("=")
    return (name.strip(), value.strip()) if equals else ("", part)


def pairs_of(octets: bytes) -> Pairs:
    """The fields of a query or of a form body. Raises `Unreadable` for too many."""
    text = octets.decode("utf-8", "replace")
    try:
        return tuple(parse_qsl(text, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError as error:
        raise Unreadable(400) from error


def _as_terms(pairs: Pairs, readers: Readers) -> Pairs:
    return tuple((name, readers[name](value) if name in readers else value) for name, value in pairs)


def _headers(headers: tuple[tuple[str, str], ...], server: Materialised) -> Pairs:
    found: list[tuple[str, Any]] = []
    plain = {name.lower(): name for name in KNOWN_HEADERS}
    for name, value in headers:
        if name in plain:
            found.append((plain[name], value))
        elif name == TOKEN_HEADER.lower():
            found.append((TOKEN_HEADER, server.credentials.read(value)))
        elif name == CSRF_HEADER.lower():
            found.append((CSRF_HEADER, server.credentials.read_secret(value)))
        elif name == "authorization":
            found.extend(_authorization(value, server))
    return tuple(found)


def _authorization(value: str, server: Materialised) -> Pairs:
    """Only bearer credentials count (RFC 6750 2.1); the scheme's name is compared without regard to case."""
    scheme, _, credential = value.partition(" ")
    return (("Authorization", server.credentials.read(credential.strip())),) if scheme.lower() == "bearer" else ()


def _is_form(headers: tuple[tuple[str, str], ...]) -> bool:
    kind = next((value for name, value in headers if name == "content-type"), "")
    return kind.partition(";")[0].strip().lower() == FORM
