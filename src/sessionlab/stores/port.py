"""What a real server asks of its store of sessions. A store is as atomic, call by call, as what it is made of."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from sessionlab.stores.queues import Queues
from sessionlab.tokens.terms import Record

Clock = Callable[[], float]


class Store(Protocol):
    """Session records under the texts of their ids.

    `seconds`: how long the store keeps a record from now on, None for as long as it lives. A record whose time has
    passed is gone for every method.
    """

    async def get(self, key: str) -> Record | None:
        """The record under a key, or None."""

    async def put(self, key: str, record: Record, seconds: float | None) -> None:
        """Write a record, whether or not there is one; it is then the newest."""

    async def update(self, key: str, record: Record, seconds: float | None) -> bool:
        """Write a record only if there is one already. Was there?"""

    async def touch(self, key: str, seen: int, seconds: float | None) -> bool:
        """Note the time of use in a record, if it is there, and keep it from now on for that long. Was it there?"""

    async def delete(self, key: str) -> bool:
        """Delete a record. Was there one?"""

    async def count(self, user: str, without: str | None = None) -> int:
        """How many records a user has, one key left out."""

    async def delete_all(self, user: str, keep: str | None = None) -> int:
        """Delete all records of a user, except perhaps one. How many were there?"""

    async def records(self) -> tuple[tuple[str, Record], ...]:
        """All records that live, with their keys, oldest first."""

    async def clear(self) -> None:
        """Delete every record."""

    def close(self) -> None:
        """Give back what the store holds open; nothing is asked of it afterwards."""

    def lock(self, key: str) -> AbstractAsyncContextManager[None]:
        """Whoever is inside is the only one to use that session."""

    @property
    def queues(self) -> Queues:
        """Who waits for which session."""


class Unreachable(Exception):
    """What holds the answer cannot be asked now."""


class Denylist(Protocol):
    """Ids of tokens that are refused although they verify. Raises `Unreachable` while it cannot be asked."""

    async def deny(self, jti: str, until: float, listed: float) -> None:
        """Put an id on the list: refused until that second, and listed up to and including another."""

    async def denied_until(self, jti: str) -> float | None:
        """The second until which this id is refused, or None if it is not on the list."""
