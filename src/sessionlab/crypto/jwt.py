"""Signed tokens (RFC 7515, 7519) by joserfc. What the claims mean is judged by the server's logic, step by step."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from joserfc.jwk import OctKey

ALGORITHM = "HS256"


@functools.lru_cache(maxsize=8)
def _key(key: bytes) -> OctKey:
    from joserfc.jwk import OctKey  # joserfc is slow to import, and most commands never need it

    return OctKey.import_key(key)


def sign(claims: Mapping[str, Any], key: bytes) -> str:
    """The claims as a compact token, signed."""
    from joserfc import jws

    header = {"alg": ALGORITHM, "typ": "JWT"}
    return jws.serialize_compact(header, msgspec.json.encode(claims), _key(key), algorithms=[ALGORITHM])


def is_signed(text: str, key: bytes) -> bool:
    """Whether the token has a good signature, by this key and the one algorithm that is allowed (RFC 8725 3.1)."""
    from joserfc import jws
    from joserfc.errors import JoseError

    try:
        jws.deserialize_compact(text.encode(), _key(key), algorithms=[ALGORITHM])
    except (JoseError, ValueError, TypeError, RecursionError):
        return False
    return True


def payload_of(text: str) -> bytes | None:
    """The payload of a token, whoever signed it; None for a text that is no token. Raises nothing."""
    from joserfc import jws
    from joserfc.errors import JoseError

    try:
        return jws.extract_compact(text.encode()).payload
    except (JoseError, ValueError, TypeError, AttributeError, RecursionError):
        return None
