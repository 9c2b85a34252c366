"""From a `Response` value to status, headers and body."""

from __future__ import annotations

from typing import Any, Protocol

from sessionlab.cookies.parse import line_of
from sessionlab.design.design import Design
from sessionlab.http.message import USUAL_OCTETS, Pairs, Request, Response, SetCookie
from sessionlab.http.raw import BEARER
from sessionlab.servers.credentials import PADDING, Credentials
from sessionlab.tokens.credentials import is_credential
from sessionlab.tokens.terms import RefreshToken, Secret
from sessionlab.value import to_json

REALM = 'realm="session-lab"'
HSTS_SECONDS = 60
"""Short, since the name that learns it may be `localhost`, which other programs on this machine use over http."""


class Writes(Protocol):
    """Who knows the texts of values."""

    def write(self, credential: Any) -> str:
        """The text of a credential or secret."""


def set_cookie_line(cookie: SetCookie, credentials: Writes) -> str:
    """The text of a `Set-Cookie` field, attributes in the order Path, Domain, Max-Age, HttpOnly, Secure, SameSite."""
    value = as_text(cookie.value, credentials)
    if cookie.octets > USUAL_OCTETS:
        value += PADDING * (cookie.octets - len(cookie.name) - len(value))
    return line_of(cookie, value)


def as_text(value: Any, credentials: Writes) -> str:
    """A value of a message as text: a term is written, text stays."""
    return value if isinstance(value, str) else credentials.write(value)


def headers_of(request: Request, response: Response, server_design: Design, credentials: Credentials) -> Pairs:
    """The header fields that the application itself decides about, without those of the body."""
    found: list[tuple[str, str]] = [
        ("Set-Cookie", set_cookie_line(cookie, credentials)) for cookie in response.set_cookies if cookie.sent
    ]
    found.extend((name, str(value)) for name, value in response.headers if value is not None)
    if response.status == 401:
        found.append(("WWW-Authenticate", _challenge(request, server_design)))
    if server_design.hsts != "none" and request.url.encrypted:
        below = "; includeSubDomains" if server_design.hsts == "include_subdomains" else ""
        found.append(("Strict-Transport-Security", f"max-age={HSTS_SECONDS}{below}"))
    if server_design.referrer_policy != "browser_default":
        found.append(("Referrer-Policy", server_design.referrer_policy.replace("_", "-")))
    return tuple(found)


def _challenge(request: Request, design: Design) -> str:
    """What a 401 must say (RFC 9110 15.5.2). Cookies have no registered scheme, so they get a name of our own."""
    if design.credential_transport == "cookie":
        return f"Cookie {REALM}"
    presented = request.header("Authorization") is not None
    return f"{BEARER} {REALM}" + (', error="invalid_token"' if presented else "")


def as_json(response: Response, credentials: Credentials) -> bytes:
    """The body for a script: what the response tells, and what the server believed while it answered."""
    return to_json(
        {
            "content": response.content,
            "user": response.user,
            "ground": response.ground,
            "details": [_plain(detail, credentials) for detail in response.details],
            "token": _plain(response.token, credentials),
            "refresh_token": _plain(response.refresh_token, credentials),
            "form_token": _plain(response.form_token, credentials),
        }
    )


def _plain(value: Any, credentials: Credentials) -> Any:
    return credentials.write(value) if is_credential(value) or isinstance(value, Secret | RefreshToken) else value
