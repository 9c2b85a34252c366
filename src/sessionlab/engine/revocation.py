"""How a server refuses a token that is still valid by itself: denylist, token version (ASVS 7.4.1; OWASP JWT CS)."""

from __future__ import annotations

from sessionlab.deferred import itself
from sessionlab.design.design import Design
from sessionlab.engine.steps import ChangeAccount, Deny, FindAccount, IsDenied, Logic, Note
from sessionlab.tokens.terms import Claims


def revoked_because(claims: Claims, now: int, design: Design) -> Logic[str | None]:
    """The ground on which a genuine token is refused, or None.

    A denylist forgets a token when the token expires; who does not check that lets it in again.
    """
    if design.possibly("token_revocation", _is_denylist):
        until = yield IsDenied(claims.jti)
        if until is not None and design.outcome(_is_later, until, now):
            return "token_denied"
    if design.possibly("token_revocation", _is_version):
        account = yield FindAccount(claims.sub)
        if account is not None and account.version != claims.version and design.token_revocation == "token_version":
            return "token_version_old"
    return None


def revoke(claims: Claims, design: Design) -> Logic[None]:
    """What logout does on the server's side to a token."""
    strategy = design.decide("token_revocation", itself)
    if strategy == "none":
        yield Note("no_revocation")
    elif not design.invalidate_on_logout:
        yield Note("server_side_untouched")
    elif strategy == "denylist":
        yield Deny(claims.jti, claims.exp)
    else:
        yield ChangeAccount(claims.sub, "version")


def _is_later(until: float, now: int) -> bool:
    return until > now


def _is_denylist(strategy: str) -> bool:
    return strategy == "denylist"


def _is_version(strategy: str) -> bool:
    return strategy == "token_version"
