"""A table of a database, by the standard library's SQLite: one row a session; it outlives the process."""

from __future__ import annotations

import math
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sessionlab.stores.locks import FileLocks
from sessionlab.stores.port import Clock
from sessionlab.stores.queues import Queues
from sessionlab.stores.text import record_of, text_of
from sessionlab.tokens.terms import Record
from sessionlab.value import replace

if TYPE_CHECKING:
    import sqlite3

BUSY_SECONDS = 5.0
TABLE = """
CREATE TABLE IF NOT EXISTS sessions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    user TEXT,
    ends REAL NOT NULL,
    record TEXT NOT NULL
)
"""


def open_store(folder: Path, clock: Clock) -> SqliteStore:
    """The store of a folder, with what it holds already."""
    return SqliteStore(folder, clock)


class SqliteStore:
    """Session records in a table. Each statement is a transaction; what reads before it writes is one, too."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        import sqlite3  # most commands never need it

        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / "sessions.sqlite3"
        path.touch(mode=0o600)
        # The connection moves to the thread that serves; it is never used by two at once.
        self._database: sqlite3.Connection = sqlite3.connect(
            path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        self._database.executescript(f"PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; {TABLE};")
        self._clock = clock
        self.queues = Queues()
        self._locks = FileLocks(folder / "locks", self.queues)

    async def get(self, key: str) -> Record | None:
        """The record under a key, or None."""
        row = self._one("SELECT record FROM sessions WHERE key = ? AND ends > ?", key, self._clock())
        return None if row is None else record_of(row[0])

    async def put(self, key: str, record: Record, seconds: float | None) -> None:
        """Write a record, whether or not there is one; it is then the newest."""
        # The row that was there goes, so that the new one gets a number above all others.
        self._changed(
            "INSERT OR REPLACE INTO sessions (key, user, ends, record) VALUES (?, ?, ?, ?)",
            *(key, record.user, self._end(seconds), text_of(record)),
        )
        self._changed("DELETE FROM sessions WHERE ends <= ?", self._clock())

    async def update(self, key: str, record: Record, seconds: float | None) -> bool:
        """Write a record only if there is one already. Was there?"""
        statement = "UPDATE sessions SET user = ?, ends = ?, record = ? WHERE key = ? AND ends > ?"
        values = (record.user, self._end(seconds), text_of(record), key, self._clock())
        return self._changed(statement, *values) > 0

    async def touch(self, key: str, seen: int, seconds: float | None) -> bool:
        """Note the time of use in a record, if it is there. Was it there?"""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            record = await self.get(key)
            return record is not None and await self.update(key, replace(record, seen=seen), seconds)
        finally:
            self._database.execute("COMMIT")

    async def delete(self, key: str) -> bool:
        """Delete a record. Was there one?"""
        return self._changed("DELETE FROM sessions WHERE key = ? AND ends > ?", key, self._clock()) > 0

    async def count(self, user: str, without: str | None = None) -> int:
        """How many records a user has, one key left out."""
        statement = "SELECT count(*) FROM sessions WHERE user = ? AND key IS NOT ? AND ends > ?"
        row = self._one(statement, user, without, self._clock())
        return 0 if row is None else int(row[0])

    async def delete_all(self, user: str, keep: str | None = None) -> int:
        """Delete all records of a user, except perhaps one. How many were there?"""
        statement = "DELETE FROM sessions WHERE user = ? AND key IS NOT ? AND ends > ?"
        return self._changed(statement, user, keep, self._clock())

    async def records(self) -> tuple[tuple[str, Record], ...]:
        """All records that live, with their keys, oldest first."""
        statement = "SELECT key, record FROM sessions WHERE ends > ? ORDER BY number"
        return tuple((key, record_of(text)) for key, text in self._database.execute(statement, (self._clock(),)))

    async def clear(self) -> None:
        """Delete every record."""
        self._changed("DELETE FROM sessions")

    def close(self) -> None:
        """Give the file back."""
        self._database.close()
        self._locks.close()

    def lock(self, key: str) -> AbstractAsyncContextManager[None]:
        """Whoever is inside is the only one to use that session, in whatever process."""
        return self._locks.session(key)

    def _one(self, statement: str, *values: Any) -> Any:
        return self._database.execute(statement, values).fetchone()

    def _changed(self, statement: str, *values: Any) -> int:
        return self._database.execute(statement, values).rowcount

    def _end(self, seconds: float | None) -> float:
        return math.inf if seconds is None else self._clock() + seconds
