"""Credentials of programs: keys that are shown, keys that sign, and what they sign."""

from __future__ import annotations

from typing import Any

from sessionlab.tokens.terms import Name
from sessionlab.value import Value


class ApiKey(Value):
    """A long-lived shared secret that is shown with every request."""

    made: Name


class SigningKey(Value):
    """A private key or shared secret that signs and is never sent."""

    made: Name
    user: str


class Certificate(Value):
    """A client certificate with its private key, by the name of the key."""

    key: str


class Signed(Value):
    """A signature over one request (RFC 9421) or delivery (Standard Webhooks): what was signed, when, with which id.

    `key`: whose key made it.
    """

    kind: str
    key: SigningKey
    method: str
    path: str
    fields: tuple[tuple[Any, Any], ...]
    at: int
    nonce: Name


class DpopProof(Value):
    """A proof that the client has its key, for one request (RFC 9449 4.2)."""

    jti: Name
    method: str
    path: str
    at: int
    key: str


class Unsigned(Value):
    """A request that only claims to come from a user: it names the key and carries no signature."""

    user: str
