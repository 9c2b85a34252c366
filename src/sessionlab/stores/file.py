"""A folder with one file for each session, as PHP keeps them: outlives the process, seen by all who see the folder."""

from __future__ import annotations

import hashlib
import math
import os
import time
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import msgspec

from sessionlab.stores.locks import FileLocks
from sessionlab.stores.port import Clock
from sessionlab.stores.queues import Queues
from sessionlab.stores.text import whole
from sessionlab.tokens.terms import Record
from sessionlab.value import Value, from_json, replace, to_json

SUFFIX = ".json"
SWEEP_EVERY = 1000
"""So many records are written before those whose time has passed are cleared away."""


def open_store(folder: Path, clock: Clock) -> FileStore:
    """The store of a folder, with what it holds already."""
    return FileStore(folder, clock)


class _Entry(Value):
    """What a file says. `number`: a later record has a larger one. `end`: None for a record that stays."""

    key: str
    number: int
    end: float | None
    record: Record


class FileStore:
    """Session records in files named by a digest of their key, since a key may be any text."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder = folder
        self._clock = clock
        self.queues = Queues()
        self._locks = FileLocks(folder / "locks", self.queues)
        self._latest = 0
        self._written = 0

    async def get(self, key: str) -> Record | None:
        """The record under a key, or None."""
        entry = self._read(self._path(key))
        return None if entry is None else entry.record

    async def put(self, key: str, record: Record, seconds: float | None) -> None:
        """Write a record, whether or not there is one; it is then the newest."""
        self._latest = max(self._latest + 1, time.time_ns())
        with self._locks.store():
            self._write(_Entry(key, self._latest, self._end(seconds), record))
            self._written += 1
            if self._written % SWEEP_EVERY == 0:
                self._sweep()

    async def update(self, key: str, record: Record, seconds: float | None) -> bool:
        """Write a record only if there is one already. Was there?"""
        with self._locks.store():
            known = self._read(self._path(key))
            if known is not None:
                self._write(replace(known, end=self._end(seconds), record=record))
        return known is not None

    async def touch(self, key: str, seen: int, seconds: float | None) -> bool:
        """Note the time of use in a record, if it is there. Was it there?"""
        with self._locks.store():
            known = self._read(self._path(key))
            if known is not None:
                record = replace(known.record, seen=seen)
                self._write(replace(known, end=self._end(seconds), record=record))
        return known is not None

    async def delete(self, key: str) -> bool:
        """Delete a record. Was there one?"""
        with self._locks.store():
            known = self._read(self._path(key)) is not None
            self._path(key).unlink(missing_ok=True)
        return known

    async def count(self, user: str, without: str | None = None) -> int:
        """How many records a user has, one key left out."""
        return len(self._of(user, without))

    async def delete_all(self, user: str, keep: str | None = None) -> int:
        """Delete all records of a user, except perhaps one. How many were there?"""
        with self._locks.store():
            keys = self._of(user, keep)
            for key in keys:
                self._path(key).unlink(missing_ok=True)
        return len(keys)

    async def records(self) -> tuple[tuple[str, Record], ...]:
        """All records that live, with their keys, oldest first."""
        entries = sorted(self._entries(), key=lambda entry: entry.number)
        return tuple((entry.key, entry.record) for entry in entries)

    async def clear(self) -> None:
        """Delete every record."""
        with self._locks.store():
            for path in self._folder.glob("*" + SUFFIX):
                path.unlink(missing_ok=True)

    def close(self) -> None:
        """Give the file of the locks back."""
        self._locks.close()

    def lock(self, key: str) -> AbstractAsyncContextManager[None]:
        """Whoever is inside is the only one to use that session, in whatever process."""
        return self._locks.session(key)

    def _of(self, user: str, without: str | None) -> tuple[str, ...]:
        entries = (entry for entry in self._entries() if entry.key != without)
        return tuple(entry.key for entry in entries if entry.record.user == user)

    def _entries(self) -> Iterator[_Entry]:
        for path in self._folder.glob("*" + SUFFIX):
            entry = self._read(path)
            if entry is not None:
                yield entry

    def _path(self, key: str) -> Path:
        return self._folder / (hashlib.sha256(key.encode()).hexdigest() + SUFFIX)

    def _read(self, path: Path) -> _Entry | None:
        """What a file says; None if it says nothing, or if its time has passed."""
        try:
            entry = from_json(path.read_bytes(), _Entry)
            entry = replace(entry, record=whole(entry.record))
        except (FileNotFoundError, msgspec.DecodeError):
            return None
        return entry if entry.end is None or entry.end > self._clock() else None

    def _sweep(self) -> None:
        """Take the files away whose time has passed; nobody else writes meanwhile."""
        for path in self._folder.glob("*" + SUFFIX):
            if self._read(path) is None:
                path.unlink(missing_ok=True)

    def _write(self, entry: _Entry) -> None:
        """Whole or not at all, so that nobody reads half a record."""
        path = self._path(entry.key)
        half = path.with_suffix(".half")
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(to_json(entry))
        half.replace(path)

    def _end(self, seconds: float | None) -> float | None:
        return None if seconds is None or math.isinf(seconds) else self._clock() + seconds
