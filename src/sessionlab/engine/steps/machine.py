"""What the logic asks about the keys of programs."""

from __future__ import annotations

from typing import Any

from sessionlab.value import Value


class KeyState(Value):
    """What the server knows of a registered key: whose it is, and since when."""

    key: Any
    user: str
    at: int


class KeepKey(Value):
    """Register a key for a user. Answer: None."""

    key: Any
    user: str


class FindKey(Value):
    """Whose is this key? Answer: KeyState | None."""

    key: Any


class RevokeKeys(Value):
    """Delete all registered keys of a user. Answer: None."""

    user: str


class SeenBefore(Value):
    """Was this id (of a nonce, delivery, assertion or proof) used before? From now on it was. Answer: bool."""

    purpose: str
    id: Any
