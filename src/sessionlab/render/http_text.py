"""Requests and responses as HTTP/1.1 writes them (RFC 9112), octet for octet."""

from __future__ import annotations

import functools
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from sessionlab.cookies.parse import compose
from sessionlab.cookies.parse import render as set_cookie_line
from sessionlab.design.design import Design
from sessionlab.engine.cookie_out import cookie_name
from sessionlab.http.headers import Headers
from sessionlab.http.message import Request, Response, SetCookie
from sessionlab.render.bodies import body_of
from sessionlab.render.terms import Spelling, spell
from sessionlab.value import Value
from sessionlab.world.places import APP_HOST

SOCKET = "/socket"
HANDSHAKE = (
    ("Upgrade", "websocket"),
    ("Connection", "Upgrade"),
    ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
    ("Sec-WebSocket-Version", "13"),
)
HANDSHAKE_ANSWER = (
    ("Upgrade", "websocket"),
    ("Connection", "Upgrade"),
    ("Sec-WebSocket-Accept", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="),
)
"""Of a socket: key and answer are the standard's own example (RFC 6455 1.3)."""
FORM = "application/x-www-form-urlencoded"
STRICT_TRANSPORT = {"host": "max-age=31536000", "include_subdomains": "max-age=31536000; includeSubDomains"}
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Message(Value):
    """One message as it is written: its first line, its header fields and its body."""

    start: str
    headers: Headers
    body: str

    @property
    def text(self) -> str:
        """All of it, lines ended by CRLF."""
        fields = "".join(f"{name}: {value}\r\n" for name, value in self.headers)
        return f"{self.start}\r\n{fields}\r\n{self.body}"


def url_text(request: Request, how: Spelling) -> str:
    """The whole URL that is asked for, with what the page's script put into the query."""
    return request.url.origin + _target(request, how)


def _target(request: Request, how: Spelling) -> str:
    if not request.query:
        return request.url.target
    query = urlencode([(name, spell(value, how)) for name, value in request.query])
    joint = "&" if request.url.query is not None else "?"
    return request.url.target + (joint + query if query else "")


def request_message(request: Request, how: Spelling) -> Message:
    """A request as it goes over the wire. `Host` comes first (RFC 9110 7.2), and then what may identify somebody."""
    body = urlencode([(name, spell(value, how)) for name, value in request.fields]) if request.fields else ""
    headers = [("Host", request.url.authority)]
    if request.cookies:
        headers.append(("Cookie", "; ".join(f"{name}={spell(value, how)}" for name, value in request.cookies)))
    headers += sorted(
        ((name, _header(name, value, how)) for name, value in request.headers),
        key=lambda field: field[0] not in ("Authorization", "X-Session-Token"),
    )
    headers += _of_client(request, how)
    if request.url.path == SOCKET:
        headers += HANDSHAKE
    if request.fields:
        headers.append(("Content-Type", FORM))
    if request.method not in ("GET", "HEAD"):
        headers.append(("Content-Length", str(len(body))))
    return Message(f"{request.method} {_target(request, how)} HTTP/1.1", tuple(headers), body)


def _of_client(request: Request, how: Spelling) -> Headers:
    """What a request shows of its client, where the design looks at that (RFC 9110 10.1.5; RFC 9449 4)."""
    if how.constraint == "user_agent":
        return (("User-Agent", request.client.agent),)
    return (("DPoP", f"demo-proof-by-{request.client.key}"),) if how.constraint == "dpop" else ()


def _header(name: str, value: Any, how: Spelling) -> str:
    return f"Bearer {spell(value, how)}" if name == "Authorization" else spell(value, how)


def response_message(response: Response, request: Request, clock: int, design: Design, how: Spelling) -> Message:
    """A response as it goes over the wire, at that second of the server's clock."""
    kind, body = body_of(response, how)
    headers = [("Date", http_date(clock))]
    headers += [("Set-Cookie", set_cookie_text(cookie, how)) for cookie in response.set_cookies if cookie.sent]
    headers += [(name, str(value)) for name, value in response.headers if value is not None]
    headers += _by_status(response, design)
    if request.url.encrypted and request.url.host == APP_HOST and design.hsts != "none":
        headers.append(("Strict-Transport-Security", STRICT_TRANSPORT[design.hsts]))
    if response.status == 101:
        return Message("HTTP/1.1 101 Switching Protocols", (*headers, *HANDSHAKE_ANSWER), "")
    if design.referrer_policy != "browser_default" and kind.startswith("text/html"):
        headers.append(("Referrer-Policy", design.referrer_policy.replace("_", "-")))
    headers += [("Content-Type", kind), ("Content-Length", str(len(body.encode())))]
    return Message(f"HTTP/1.1 {response.status} {reason(response.status)}", tuple(headers), body)


def _by_status(response: Response, design: Design) -> Headers:
    """What RFC 9110 asks a server to add: how to authenticate (15.5.2), which methods there are (15.5.6)."""
    if response.status == 401:
        return (("WWW-Authenticate", _challenge(design)),)
    if response.status == 405:
        return (("Allow", "POST" if response.details == ("GET",) else "GET"),)
    return ()


def _challenge(design: Design) -> str:
    if design.credential_transport == "cookie":
        return f'Cookie realm="Demo app", form-action="/login", cookie-name={cookie_name(design)}'
    return 'Bearer realm="Demo app"'


def set_cookie_text(cookie: SetCookie, how: Spelling) -> str:
    """The value of the Set-Cookie field that a server means."""
    parsed = compose(
        cookie.name,
        spell(cookie.value, how),
        path=cookie.path,
        domain=cookie.domain,
        max_age=cookie.max_age,
        http_only=cookie.http_only,
        secure=cookie.secure,
        same_site=cookie.same_site,
    )
    return set_cookie_line(parsed)


@functools.cache
def reason(status: int) -> str:
    """The words behind a status code."""
    return HTTPStatus(status).phrase


def http_date(clock: float) -> str:
    """A second as HTTP writes it, such as `Fri, 01 Jan 2027 10:00:00 GMT` (RFC 9110 5.6.7), in any locale."""
    at = datetime.fromtimestamp(clock, UTC)
    return f"{DAYS[at.weekday()]}, {at.day:02} {MONTHS[at.month - 1]} {at.year} {at:%H:%M:%S} GMT"


def clock_time(clock: float) -> str:
    """A second as people read it: the time, and the day if it is not the first of the play."""
    at = datetime.fromtimestamp(clock, UTC)
    day = "" if (at.year, at.month, at.day) == (2027, 1, 1) else f"{at.day} {MONTHS[at.month - 1]} {at.year}, "
    return f"{day}{at:%H:%M:%S}"
