"""How a server refuses a token that is still valid by itself: denylist, token version (ASVS 7.4.1; OWASP JWT CS)."""

from __future__ import annotations

from sessionlab.engine.design_port import AnyDesign
from sessionlab.engine.steps import ChangeAccount, Deny, FindAccount, IsDenied, Logic, Note
from sessionlab.tokens.terms import Claims


def revoked_because(claims: Claims, design: AnyDesign) -> Logic[str | None]:
    """The ground on which a genuine token is refused, or None."""
    if design.possibly("token_revocation", _is_denylist):
        denied = yield IsDenied(claims.jti)
        if denied:
            return "token_denied"
    if design.possibly("token_revocation", _is_version):
        account = yield FindAccount(claims.sub)
        if account is not None and account.version != claims.version and design.token_revocation == "token_version":
            return "token_version_old"
    return None


def revoke(claims: Claims, design: AnyDesign) -> Logic[None]:
    """What logout does on the server's side to a token."""
    if design.token_revocation == "denylist":
        yield Deny(claims.jti, claims.exp)
    elif design.token_revocation == "token_version":
        yield ChangeAccount(claims.sub, "version")
    else:
        yield Note("no_revocation")


def _is_denylist(strategy: str) -> bool:
    return strategy == "denylist"


def _is_version(strategy: str) -> bool:
    return strategy == "token_version"
