"""Requests and responses as values. A cookie, a header or a field may hold a term; bytes are made at the edge."""

from __future__ import annotations

from typing import Any

from sessionlab.http.url import Url
from sessionlab.value import Value

Pairs = tuple[tuple[Any, Any], ...]


class Client(Value):
    """Who is at the other end, as far as a server can see: an address, a User-Agent, the key that it can prove."""

    address: str = ""
    agent: str = ""
    key: str = ""


class Request(Value):
    """One request as it leaves a client.

    `cookies`: (name, value) in the order of the Cookie header. `headers`: (name, value) without `Cookie`, `Host`
    and the framing headers. `fields`: (name, value) of a form body, sent url-encoded.
    `query`: (name, value) of the URL's query beyond what `url` holds.
    """

    method: str
    url: Url
    cookies: Pairs = ()
    headers: Pairs = ()
    fields: Pairs = ()
    query: Pairs = ()
    client: Client = Client()

    def header(self, name: str) -> Any:
        """The value of the first header of that name (given in its canonical spelling), or None."""
        return _first(name, self.headers)

    def field(self, name: str) -> Any:
        """The value of the first form field of that name, or None."""
        return _first(name, self.fields)

    def cookie(self, name: str) -> Any:
        """The value of the first cookie of that name, or None."""
        return _first(name, self.cookies)

    def parameter(self, name: str) -> Any:
        """The value of the first parameter of that name, in the address or else in a form body, or None."""
        return _first(name, (*self.query, *self.fields))


def _first(name: str, pairs: Pairs) -> Any:
    for known, value in pairs:
        if known == name:
            return value
    return None


USUAL_OCTETS = 64
"""What a cookie of the lab weighs once it is known not to be too large."""


class SetCookie(Value):
    """A `Set-Cookie` header field as the server means it (RFC 6265bis section 4.1).

    `domain`: None for a host-only cookie. `max_age`: seconds, 0 to delete, None for a browser-session cookie.
    `octets`: length of name plus value. `sent`: whether the response has this field at all.
    """

    name: Any
    value: Any
    domain: Any = None
    path: Any = "/"
    secure: Any = False
    http_only: Any = False
    same_site: Any = "unset"
    max_age: Any = None
    octets: Any = 0
    sent: Any = True


class Response(Value):
    """One response. `user` and `ground` are what the server believed while answering; they are not on the wire.

    `content`: a code for what the body tells (`page`, `me`, `logged_in`, ...), rendered at the edge with `details`.
    `token`: a credential handed to the client in the body, for its script to keep; `refresh_token` likewise.
    `page_tokens`: tokens for somebody else's API that the page gets to hold. `onward`: query of a redirect's target, or
    fields of a form that the page sends on by itself. `form_token`: the CSRF token in the forms of the page.
    """

    status: int
    content: str
    details: tuple[Any, ...] = ()
    set_cookies: tuple[SetCookie, ...] = ()
    headers: Pairs = ()
    token: Any = None
    refresh_token: Any = None
    page_tokens: Any = ()
    onward: Pairs = ()
    form_token: Any = None
    user: str | None = None
    ground: str = ""
