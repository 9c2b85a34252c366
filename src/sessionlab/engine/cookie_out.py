"""The cookies that the application sends. Attributes are settled by whoever decides by them."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine.durations import PERSISTENT_COOKIE
from sessionlab.http.message import USUAL_OCTETS, SetCookie

BASE_NAME = "session_id"
CSRF_COOKIE = "csrf_token"
NARROW_PATH = "/me"
SITE_DOMAIN = "example.test"
TOO_MANY_OCTETS = 5000


def cookie_name(design: Design) -> Any:
    """The name of the session cookie, prefix included (RFC 6265bis 4.1.3)."""
    return design.later("cookie_prefix", _prefixed)


def session_cookie(design: Design, credential: Any, sent: Any = True) -> SetCookie:
    """The `Set-Cookie` that hands out a credential; `sent`: whether the response has it at all."""
    return _cookie(design, credential, design.later("cookie_lifetime", _max_age), sent)


def deletion(design: Design) -> SetCookie:
    """The `Set-Cookie` that makes the browser forget the credential: same name, domain and path, Max-Age=0."""
    return _cookie(design, "", 0, True)


def _cookie(design: Design, value: Any, max_age: Any, sent: Any) -> SetCookie:
    return SetCookie(
        name=cookie_name(design),
        value=value,
        domain=design.later("cookie_domain", _domain),
        path=design.later("cookie_path", _path),
        secure=design.later("secure"),
        http_only=design.later("http_only"),
        same_site=design.later("same_site"),
        max_age=max_age,
        octets=design.later("cookie_size", _octets) if value else USUAL_OCTETS,
        sent=sent,
    )


def csrf_cookie(value: Any, secure: bool) -> SetCookie:
    """The second cookie of the defences that compare a token with a cookie; page scripts read it."""
    return SetCookie(CSRF_COOKIE, value, secure=secure, same_site="lax", octets=USUAL_OCTETS)


def _prefixed(prefix: str) -> str:
    return BASE_NAME if prefix == "none" else prefix + BASE_NAME


def _max_age(lifetime: str) -> int | None:
    return PERSISTENT_COOKIE if lifetime == "persistent" else None


def _domain(choice: str) -> str | None:
    return SITE_DOMAIN if choice == "parent_domain" else None


def _path(choice: str) -> str:
    return NARROW_PATH if choice == "narrow" else "/"


def _octets(size: str) -> int:
    return TOO_MANY_OCTETS if size == "over_4096_bytes" else USUAL_OCTETS
