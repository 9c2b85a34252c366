"""Refresh tokens: handed out at login, exchanged at the token endpoint (RFC 6749 6, RFC 9700 4.14.2)."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine.durations import PERSISTENT_COOKIE, REFRESH_GRACE, REFRESH_LIFETIME
from sessionlab.engine.steps import KeepRefresh, Logic, RefreshState
from sessionlab.http.message import Client, Response, SetCookie
from sessionlab.tokens.terms import Claims, RefreshToken
from sessionlab.value import replace

COOKIE, FIELD, PATH = "refresh_token", "refresh_token", "/refresh"
ROTATING = ("rotating", "rotating_with_reuse_detection")
OCTETS = 64


def in_use(refresh_tokens: str) -> bool:
    """Does this design hand out refresh tokens?"""
    return refresh_tokens != "none"


def rotates(refresh_tokens: str) -> bool:
    """Is each refresh token good for one use?"""
    return refresh_tokens in ROTATING


def hand_out(claims: Claims, client: Client, response: Response, design: Design) -> Logic[Response]:
    """The response of a login with the first refresh token of a family."""
    if not design.possibly("refresh_tokens", in_use):
        return response
    token = RefreshToken(claims.jti, claims.sub, claims.family, claims.iat, client)
    yield KeepRefresh(token)
    return delivered(token, response, design)


def delivered(token: RefreshToken, response: Response, design: Design) -> Response:
    """The response with a refresh token, in a cookie of its own or in the body."""
    value = design.later("refresh_tokens", _if_in_use, token)
    if design.credential_transport != "cookie":
        return replace(response, refresh_token=value)
    cookie = SetCookie(
        COOKIE,
        value,
        path=PATH,
        secure=design.later("secure"),
        http_only=True,
        same_site="strict",
        max_age=PERSISTENT_COOKIE,
        octets=OCTETS,
    )
    return replace(response, set_cookies=(*response.set_cookies, cookie))


def _if_in_use(refresh_tokens: str, token: Any) -> Any:
    return token if in_use(refresh_tokens) else None


def refused_because(known: RefreshState | None, token: Any, here: Client, now: int, design: Design) -> str | None:
    """The ground on which a refresh token is refused, or None. The world is asked first, the switches second."""
    if known is None or known.revoked:
        return "refresh_unknown"
    if token.client != here and design.refresh_token_binding != "none":
        return "client_not_proven"
    if now - token.began >= REFRESH_LIFETIME and design.refresh_absolute_lifetime == "finite":
        return "refresh_too_old"
    if known.used is None or not design.decide("refresh_tokens", rotates):
        return None
    if now - known.used < REFRESH_GRACE and design.refresh_grace == "seconds_10":
        return None
    return "refresh_used"
