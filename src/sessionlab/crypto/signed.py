"""Signed texts by itsdangerous (HMAC-SHA256): session ids, CSRF secrets, and cookies that anybody may read."""

from __future__ import annotations

import functools
import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from itsdangerous import Signer

SEPARATOR = "."


@functools.lru_cache(maxsize=32)
def _signer(key: bytes, purpose: str) -> Signer:
    from itsdangerous import Signer

    # The purpose is mixed into the key, so that a value signed for one use is worth nothing for another.
    return Signer(key, salt=purpose, sep=SEPARATOR, key_derivation="hmac", digest_method=hashlib.sha256)


def sign(text: str, key: bytes, purpose: str) -> str:
    """The text with its signature behind the last dot."""
    return _signer(key, purpose).sign(text).decode()


def is_signed(text: str, key: bytes, purpose: str) -> bool:
    """Whether a text ends with a good signature for this purpose. Raises nothing."""
    return _signer(key, purpose).validate(text.encode("utf-8", "replace"))


def without_signature(text: str) -> str:
    """The text that a signature stands behind, good or not; "" if none stands there."""
    return text.rpartition(SEPARATOR)[0]
