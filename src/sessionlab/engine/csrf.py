"""Is this the user's own request? The eight defences, each a function of what the request shows (OWASP CSRF CS)."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine.cookie_out import CSRF_COOKIE
from sessionlab.http.message import Request
from sessionlab.tokens.terms import SERVER, Secret
from sessionlab.value import Value

TOKEN_HEADER, TOKEN_FIELD = "X-CSRF-Token", "csrf_token"
OWN_HEADER, OWN_HEADER_VALUE = "X-Requested-With", "session-lab"
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")


class Shown(Value):
    """What a request shows to a CSRF defence: `expected` is the secret of the session that the server knows."""

    safe: bool
    own_origin: str
    origin: Any
    site: str | None
    token: Any
    cookie: Any
    custom_header: Any
    expected: Any


def refused_because(request: Request, expected: Any, design: Design, safe: bool = False) -> str | None:
    """The ground on which a request counts as forged, or None. `safe` ones are checked only if the design says so."""
    if not design.possibly("csrf_defence", _looks):
        return None
    shown = _shown(request, expected, safe)
    refused: str | None = design.decide(
        "csrf_defence", judge, shown, shown.token, shown.cookie, shown.custom_header, shown.expected, shown.origin
    )
    if refused is None or (shown.safe and not design.csrf_checks_safe_methods):
        return None
    return refused


def _looks(defence: str) -> bool:
    return defence != "none"


def _shown(request: Request, expected: Any, safe: bool) -> Shown:
    cookie = request.cookie(CSRF_COOKIE)
    return Shown(
        safe=safe,
        own_origin=request.url.origin,
        origin=request.header("Origin") or request.header("Referer"),
        site=request.header("Sec-Fetch-Site"),
        token=request.header(TOKEN_HEADER) or request.field(TOKEN_FIELD),
        cookie=cookie,
        custom_header=request.header(OWN_HEADER),
        expected=expected,
    )


def judge(
    defence: str, shown: Shown, token: Any, cookie: Any, custom_header: Any, expected: Any, origin: Any
) -> str | None:
    """What one defence says of a request: a ground of refusal, or None."""
    if defence == "none":
        return None
    if defence == "synchronizer_token":
        expected = expected if expected is not None else _own(cookie)
        return None if token is not None and token == expected else "csrf_token_wrong"
    if defence == "double_submit_naive":
        return None if token is not None and token == cookie else "csrf_token_not_the_cookie"
    if defence == "double_submit_signed":
        return _signed_double_submit(token, cookie, expected)
    if defence == "origin_check":
        return _origin(shown, origin)
    if defence == "custom_header":
        return None if custom_header is not None else "custom_header_missing"
    return _fetch_metadata(defence, shown.site)


def _signed_double_submit(token: Any, cookie: Any, expected: Any) -> str | None:
    """The cookie must be the server's own and, once there is a session, belong to it."""
    if token is None or token != cookie or _own(cookie) is None:
        return "csrf_token_not_the_cookie"
    return None if expected is None or cookie == expected else "csrf_token_of_another_session"


def _origin(shown: Shown, origin: str | None) -> str | None:
    """Origin, or else Referer, must be ours; only a safe request may come without either."""
    if origin is None:
        return None if shown.safe else "origin_missing"
    ours = origin == shown.own_origin or origin.startswith(shown.own_origin + "/")
    return None if ours else "origin_foreign"


def _fetch_metadata(defence: str, site: str | None) -> str | None:
    """Browsers send Sec-Fetch-Site to trustworthy URLs only; where it is absent, this defence has nothing to say."""
    if site == "cross-site" or (site == "same-site" and defence == "fetch_metadata_same_origin_only"):
        return "fetch_site_foreign"
    return None


def _own(secret: Any) -> Any:
    return secret if isinstance(secret, Secret) and secret.maker == SERVER else None


TOKEN_DEFENCES = ("synchronizer_token", "double_submit_naive", "double_submit_signed")
COOKIE_DEFENCES = ("double_submit_naive", "double_submit_signed")


def uses_token(defence: str) -> bool:
    """Does this defence put a token into the pages?"""
    return defence in TOKEN_DEFENCES


def compares_with_cookie(defence: str) -> bool:
    """Does this defence believe a token because a cookie is equal to it?"""
    return defence in COOKIE_DEFENCES


def token_if_used(defence: str, secret: Any) -> Any:
    """The token of a page's forms under a defence, or None."""
    return secret if defence in TOKEN_DEFENCES else None


def cookie_if_used(defence: str, secret: Any, has_session: bool) -> Any:
    """The value of the CSRF cookie under a defence, or None.

    A synchronizer token needs a place on the server; before there is a session, a cookie of its own stands in for it.
    """
    if defence in COOKIE_DEFENCES or (defence == "synchronizer_token" and not has_session):
        return secret
    return None


def header_if_used(defence: str) -> Any:
    """The header that our own page's script adds under a defence, or None."""
    return OWN_HEADER_VALUE if defence == "custom_header" else None
