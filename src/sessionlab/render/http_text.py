"""Requests and responses as HTTP/1.1 writes them (RFC 9112), octet for octet."""

from __future__ import annotations

import functools
import json
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from sessionlab.cookies.parse import line_of
from sessionlab.design.design import Design
from sessionlab.engine.cookie_out import cookie_name
from sessionlab.engine.proofs import HEADER as PROOF
from sessionlab.http.date import MONTHS, imf_fixdate
from sessionlab.http.headers import Headers
from sessionlab.http.message import Request, Response, SetCookie
from sessionlab.render.bodies import body_of
from sessionlab.render.machine_terms import in_one_value, signature_headers
from sessionlab.render.terms import Spelling, spell
from sessionlab.tokens.machine import Signed, Unsigned
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
FORM, JSON = "application/x-www-form-urlencoded", "application/json"
AGENTS = {
    "mobile_app": "DemoMobileApp/1.0",
    "desktop_app": "DemoDesktopApp/1.0",
    "cli": "demo-cli/1.0",
    "api_client": "demo-api-client/1.0",
    "server": "demo-server/1.0",
    "webhook_sender": "demo-webhooks/1.0",
}
"""What programs say of themselves in User-Agent (RFC 9110 10.1.5)."""
STRICT_TRANSPORT = {"host": "max-age=31536000", "include_subdomains": "max-age=31536000; includeSubDomains"}


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
    query = urlencode([(name, _value(value, how)) for name, value in request.query])
    joint = "&" if request.url.query is not None else "?"
    return request.url.target + (joint + query if query else "")


def request_message(request: Request, how: Spelling) -> Message:
    """A request as it goes over the wire. `Host` comes first (RFC 9110 7.2), and then what may identify somebody."""
    pairs = [(name, _value(value, how)) for name, value in request.fields]
    in_json = request.header("Accept") == JSON
    body = (json.dumps(dict(pairs)) if in_json else urlencode(pairs)) if pairs else ""
    headers = [("Host", request.url.authority)]
    if request.cookies:
        headers.append(("Cookie", "; ".join(f"{name}={spell(value, how)}" for name, value in request.cookies)))
    headers += sorted(
        (field for name, value in request.headers for field in _header(name, value, request, how)),
        key=lambda field: field[0] not in ("Authorization", "X-Session-Token"),
    )
    headers += _of_client(request, how)
    if request.url.path == SOCKET:
        headers += HANDSHAKE
    if request.fields:
        headers.append(("Content-Type", JSON if in_json else FORM))
    if request.method not in ("GET", "HEAD"):
        headers.append(("Content-Length", str(len(body))))
    return Message(f"{request.method} {_target(request, how)} HTTP/1.1", tuple(headers), body)


def _value(value: Any, how: Spelling) -> str:
    """A value in a query or a body."""
    return in_one_value(value, how) if isinstance(value, Signed | Unsigned) else spell(value, how)


def _of_client(request: Request, how: Spelling) -> Headers:
    """What a request shows of its client, where there is something to see (RFC 9110 10.1.5; RFC 9449 4)."""
    found: Headers = ()
    name = AGENTS.get(how.client_type)
    if name is not None:
        found = (("User-Agent", f"{name} ({request.client.agent})"),)
    elif how.constraint == "user_agent":
        found = (("User-Agent", request.client.agent),)
    if how.constraint == "dpop" and request.cookies and request.header(PROOF) is None:
        # A cookie comes with no proof of its own; the key that its browser has is all that there is to show.
        found = (*found, (PROOF, f"demo-proof-by-{request.client.key}"))
    return found


def _header(name: str, value: Any, request: Request, how: Spelling) -> Headers:
    if isinstance(value, Signed | Unsigned):
        return signature_headers(name, value, request, how)
    if name != "Authorization":
        return ((name, spell(value, how)),)
    scheme = "DPoP" if how.constraint == "dpop" else "Bearer"
    return ((name, f"{scheme} {spell(value, how)}"),)


def response_message(response: Response, request: Request, clock: int, design: Design, how: Spelling) -> Message:
    """A response as it goes over the wire, at that second of the server's clock."""
    kind, body = body_of(response, how)
    headers = [("Date", imf_fixdate(clock))]
    headers += [("Set-Cookie", set_cookie_text(cookie, how)) for cookie in response.set_cookies if cookie.sent]
    headers += [(name, _of_answer(name, value, response, how)) for name, value in response.headers if value is not None]
    headers += _by_status(response, design)
    if request.url.encrypted and request.url.host == APP_HOST and design.hsts != "none":
        headers.append(("Strict-Transport-Security", STRICT_TRANSPORT[design.hsts]))
    if response.status == 101:
        return Message("HTTP/1.1 101 Switching Protocols", (*headers, *HANDSHAKE_ANSWER), "")
    if design.referrer_policy != "browser_default" and kind.startswith("text/html"):
        headers.append(("Referrer-Policy", design.referrer_policy.replace("_", "-")))
    headers += [("Content-Type", kind), ("Content-Length", str(len(body.encode())))]
    return Message(f"HTTP/1.1 {response.status} {reason(response.status)}", tuple(headers), body)


def _of_answer(name: str, value: Any, response: Response, how: Spelling) -> str:
    """A header of a response; where it sends the browser on, with what goes along in the query."""
    onward = urlencode([(known, spell(one, how)) for known, one in response.onward])
    return f"{value}?{onward}" if name == "Location" and onward else str(value)


def _by_status(response: Response, design: Design) -> Headers:
    """What RFC 9110 asks a server to add: how to authenticate (15.5.2), which methods there are (15.5.6)."""
    if response.status == 401:
        return (("WWW-Authenticate", _challenge(design)),)
    if response.status == 405:
        return (("Allow", "POST" if response.details == ("GET",) else "GET"),)
    return ()


def _challenge(design: Design) -> str:
    if design.session_type in ("signed_request", "webhook_signature"):
        return 'Signature realm="Demo app"'
    if design.sender_constraint == "dpop":
        return 'DPoP realm="Demo app"'
    if design.credential_transport == "cookie":
        return f'Cookie realm="Demo app", form-action="/login", cookie-name={cookie_name(design)}'
    return 'Bearer realm="Demo app"'


def set_cookie_text(cookie: SetCookie, how: Spelling) -> str:
    """The value of the Set-Cookie field that a server means."""
    return line_of(cookie, spell(cookie.value, how))


@functools.cache
def reason(status: int) -> str:
    """The words behind a status code."""
    return HTTPStatus(status).phrase


@functools.lru_cache(maxsize=4096)
def clock_time(clock: float) -> str:
    """A second as people read it: the time, and the day if it is not the first of the play."""
    at = datetime.fromtimestamp(clock, UTC)
    day = "" if (at.year, at.month, at.day) == (2027, 1, 1) else f"{at.day} {MONTHS[at.month - 1]} {at.year}, "
    return f"{day}{at:%H:%M:%S}"
