"""How a server refuses a token that is still valid by itself (ASVS 7.4.1; OWASP JWT CS; RFC 7662; status lists)."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine.steps import ChangeAccount, CurrentVersion, Deny, IsDenied, Logic, Note
from sessionlab.tokens.terms import Name, Token

LISTED = ("denylist", "status_list", "introspection")
"""Strategies that know single tokens."""
COUNTED = ("token_version", "per_user_key")
"""Strategies that call back all tokens of a user at once, by a number or by the key that signs them."""


def revoked_because(token: Token, now: int, design: Design) -> Logic[str | None]:
    """The ground on which a genuine token is refused, or None.

    A denylist forgets a token when the token expires; who does not check that lets it in again.
    """
    claims = token.claims
    if design.possibly("token_revocation", _is_listed):
        until = yield IsDenied(claims.jti, token.encoding)
        if until is not None and design.outcome(_is_later, until, now):
            return "token_denied"
    if design.possibly("token_revocation", _is_counted):
        version = yield CurrentVersion(claims.sub)
        if version != claims.version and design.decide("token_revocation", _is_counted):
            return "token_version_old"
    return None


def revoke(token: Token, design: Design) -> Logic[None]:
    """What logout does on the server's side to a token."""
    strategy = design.decide("token_revocation", _effect)
    if strategy != "none" and not design.invalidate_on_logout:
        yield Note("server_side_untouched")
    else:
        yield from call_back(token, design)


def call_back(token: Token, design: Design) -> Logic[None]:
    """Have a token refused from now on, if the design has a way to."""
    claims = token.claims
    yield from deny(claims.sub, claims.jti, claims.exp, token.encoding, design)


def deny(user: str, id: Name, until: Any, encoding: int, design: Design) -> Logic[None]:
    """Have a credential refused from now on, by whatever strategy the design has."""
    strategy = design.decide("token_revocation", _effect)
    if strategy == "none":
        yield Note("no_revocation")
    elif strategy == "listed":
        yield Deny(id, until, encoding)
    else:
        yield ChangeAccount(user, "version")


def is_listed(strategy: str) -> bool:
    """Does this strategy know single credentials?"""
    return strategy in LISTED


def calls_back_all(strategy: str) -> bool:
    """Can this strategy end all tokens of a user at once?"""
    return strategy in COUNTED


def _is_later(until: float, now: int) -> bool:
    return until > now


def _effect(strategy: str) -> str:
    return "listed" if strategy in LISTED else "counted" if strategy in COUNTED else "none"


def _is_listed(strategy: str) -> bool:
    return strategy in LISTED


def _is_counted(strategy: str) -> bool:
    return strategy in COUNTED
