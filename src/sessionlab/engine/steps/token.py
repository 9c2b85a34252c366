"""What the logic asks about tokens: signatures, lists, introspection, refresh tokens."""

from __future__ import annotations

from typing import Any

from sessionlab.tokens.terms import Claims, Name
from sessionlab.value import Value


class NewJti(Value):
    """A fresh token id (RFC 7519 4.1.7). Answer: int, or text behind a real wire."""


class Sign(Value):
    """Sign claims with the server's key. Answer: the credential."""

    claims: Claims


class Verify(Value):
    """Check the signature of a token with the server's key. Answer: bool."""

    token: Any


class Deny(Value):
    """Have a token refused from now on, until it expires (denylist, status list, introspection). Answer: None.

    `encoding`: which spelling of the token it was, for lists that hold the raw text.
    """

    jti: Name
    until: Any
    encoding: int = 0


class IsDenied(Value):
    """Is this token refused by the list, or by its issuer? Answer: the second until which it is refused, or None."""

    jti: Name
    encoding: int = 0


class CurrentVersion(Value):
    """The number that the tokens of a user must carry today, perhaps a remembered one. Answer: int."""

    name: str


class Introspect(Value):
    """Ask the issuer what a token means (RFC 7662). Answer: `active`, or a ground of refusal."""

    token: Any


class RefreshState(Value):
    """What the authorization server knows of a refresh token: when it was first used, and whether it is revoked."""

    token: Any
    used: int | None = None
    revoked: bool = False


class KeepRefresh(Value):
    """Note a new refresh token. Answer: None."""

    token: Any


class FindRefresh(Value):
    """What is known of a refresh token? Answer: RefreshState | None."""

    token: Any


class UseRefresh(Value):
    """Note that a refresh token was used now. Answer: None."""

    token: Any


class RevokeFamily(Value):
    """Revoke all refresh tokens that descend from one login. Answer: None."""

    family: Name
