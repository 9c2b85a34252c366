"""How much one request may ask for. Everything a person can do on the page stays far below."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from sessionlab.errors import Trouble

T = TypeVar("T")

MOST_OCTETS = 64 * 1024
MOST_ACTIONS = 500
MOST_SECONDS = 5.0
MOST_SECONDS_IN_TURN = 15.0
"""For what is answered one at a time, beside all else."""
MOST_WAITING = 16
"""So many questions that take long may wait for their turn."""


def in_time(things: Iterable[T], seconds: float = MOST_SECONDS) -> Iterator[T]:
    """The things one by one, for as long as there is time. Raises `Trouble("takes_too_long")` after that."""
    end = time.monotonic() + seconds
    for thing in things:
        if time.monotonic() > end:
            raise Trouble("takes_too_long", seconds=seconds)
        yield thing
