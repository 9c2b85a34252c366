"""Fresh session ids, from the system's random source or, as the design wants it, from something worse."""

from __future__ import annotations

import hashlib
import itertools
import secrets
from collections.abc import Callable

RANDOM_OCTETS = {"csprng_128": 16, "csprng_64": 8, "random_32": 4}
FIRST_COUNTED = 1001


class Ids:
    """Makes ids. `clock` gives seconds; only the `timestamp` generator asks it."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._counted = itertools.count(FIRST_COUNTED)
        self._latest = 0

    def make(self, generator: str) -> str:
        """A fresh id by that generator (a value of `session_id_generator`)."""
        if generator == "counter":
            return str(next(self._counted))
        if generator == "timestamp":
            # Microseconds; never the same twice, as two people must not get one session.
            self._latest = max(self._latest + 1, int(self._clock() * 1_000_000))
            return str(self._latest)
        return secrets.token_hex(RANDOM_OCTETS[generator])

    def secret(self) -> str:
        """A fresh unguessable text for any other use."""
        return secrets.token_urlsafe(16)


def digest(text: str) -> str:
    """What a store may hold in place of an id (SHA-256): whoever reads it cannot use it."""
    return hashlib.sha256(text.encode()).hexdigest()
