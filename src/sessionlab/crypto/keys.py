"""The server's secret keys, random and different at each start."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

OCTETS = 32


@dataclass(frozen=True)
class Keys:
    """One key for each purpose (NIST SP 800-57 5.2: a key has one use). They never show in a text of this value."""

    tokens: bytes = field(repr=False)
    signing: bytes = field(repr=False)
    sealing: bytes = field(repr=False)


def fresh_keys() -> Keys:
    """New random keys."""
    return Keys(*(secrets.token_bytes(OCTETS) for _ in range(3)))
