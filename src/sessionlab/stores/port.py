"""What a real server asks of its store of sessions. A store is as atomic, call by call, as what it is made of."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from sessionlab.tokens.terms import Record


class Store(Protocol):
    """Session records under the texts of their ids.

    `seconds`: how long the store keeps a record from now on, None for as long as it lives. A record whose time has
    passed is gone for every method.
    """

    async def get(self, key: str) -> Record | None:
        """The record under a key, or None."""

    async def put(self, key: str, record: Record, seconds: float | None) -> None:
        """Write a record, whether or not there is one."""

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

    def lock(self, key: str) -> AbstractAsyncContextManager[None]:
        """Whoever is inside is the only one to use that session."""


class Denylist(Protocol):
    """Ids of tokens that are refused although they verify."""

    async def deny(self, jti: str, until: float) -> None:
        """Put an id on the list until that second."""

    async def denied_until(self, jti: str) -> float | None:
        """The second until which this id is refused, or None."""
