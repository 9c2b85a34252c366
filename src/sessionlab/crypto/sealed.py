"""Encrypted texts by AES-GCM of the cryptography package: nobody without the key reads or changes them."""

from __future__ import annotations

import base64
import binascii
import functools
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_OCTETS = 12


@functools.lru_cache(maxsize=8)
def _cipher(key: bytes) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key)


def seal(octets: bytes, key: bytes, purpose: str) -> str:
    """The octets encrypted under a fresh nonce. The purpose is authenticated with them and must be said to open it."""
    nonce = secrets.token_bytes(NONCE_OCTETS)
    sealed = nonce + _cipher(key).encrypt(nonce, octets, purpose.encode())
    return base64.urlsafe_b64encode(sealed).decode().rstrip("=")


def unseal(text: str, key: bytes, purpose: str) -> bytes | None:
    """What was encrypted, or None for anything but what `seal` made with this key for this purpose. Raises nothing."""
    from cryptography.exceptions import InvalidTag

    try:
        sealed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        return _cipher(key).decrypt(sealed[:NONCE_OCTETS], sealed[NONCE_OCTETS:], purpose.encode())
    except (InvalidTag, binascii.Error, ValueError):
        return None
