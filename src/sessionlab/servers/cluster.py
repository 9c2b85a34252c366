"""A design as it runs: its instances, each a server of its own, what they share, and the balancer before them."""

from __future__ import annotations

import secrets
import shutil
import tempfile
import weakref
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from sessionlab.crypto.keys import Keys, fresh_keys, kept_keys, renewed
from sessionlab.design.design import Design
from sessionlab.servers.database import Database
from sessionlab.servers.fleet import INSTANCES
from sessionlab.servers.fleet import instance as serving_instance
from sessionlab.servers.materialised import HOUSEKEEPING, ROOM, Materialised, Pause
from sessionlab.stores import STORES
from sessionlab.stores.denylist import MemoryDenylist
from sessionlab.stores.port import Clock

T = TypeVar("T")
SHARED = "shared"
"""What belongs to no single instance is kept under this name."""


class Cluster:
    """The instances of a design. Whoever drives it may do what operators do: restart, change keys, empty the store.

    `folder`: where stores of files keep them; without one they get a folder that goes with the cluster.
    """

    def __init__(
        self,
        design: Design,
        clock: Clock,
        pause: Pause,
        folder: Path | None = None,
        housekeeping: float = HOUSEKEEPING,
        room: float = ROOM,
    ) -> None:
        self.design = design
        self.database = Database(clock)
        names = INSTANCES if design.app_instances == "two" else INSTANCES[:1]
        place = _passing_folder() if folder is None else folder
        self._clear_up = weakref.finalize(self, _removed if folder is None else _left, place)
        one_store = design.store_scope == "shared" and design.session_store != "process_memory"
        self.stores = _each(names, one_store, lambda name: STORES[design.session_store](place / name, clock))
        self.denylists = _each(names, design.denylist_scope == "shared", lambda name: MemoryDenylist(clock))
        lasts = folder is not None and design.signing_key_scope != "random_at_start"
        new_keys = (lambda name: kept_keys(place / name)) if lasts else (lambda name: fresh_keys())
        keys = _each(names, design.signing_key_scope == "shared", new_keys)
        keys = tuple(replace(own, lasting=keys[0].lasting) for own in keys)
        self.instances = tuple(
            Materialised(design, store, denylist, clock, pause, self.database, own, name, housekeeping, room=room)
            for name, store, denylist, own in zip(names, self.stores, self.denylists, keys, strict=True)
        )
        self._turn = self._last = 0

    # The balancer

    @property
    def serving(self) -> Materialised:
        """The instance that served last."""
        return self._served_at(self._last)

    def next(self) -> Materialised:
        """The instance that serves the next request."""
        self._turn = self._last = self._turn + 1
        return self._served_at(self._turn)

    def aim(self, other: bool) -> None:
        """Have the next request meet the instance that did not serve the last one, or the one that did.

        That takes a turn that is passed over, or none; a sticky balancer does not let itself be moved.
        """
        if ((self._turn + 1 - self._last) % 2 == 1) != other:
            self._turn += 1

    def _served_at(self, turn: int) -> Materialised:
        """By turns, or, where users stick to an instance, all to the first."""
        return self.instances[serving_instance(self.design.app_instances, self.design.load_balancing, turn)]

    # What operators do

    async def restart(self, one: bool) -> None:
        """Start all instances again, or the first: what lived in their memory is gone, and perhaps their keys."""
        for instance in self.instances[: 1 if one else None]:
            if self.design.session_store == "process_memory":
                await instance.store.clear()
            if self.design.signing_key_scope == "random_at_start":
                instance.sign_with(renewed(instance.keys))

    def rotate_keys(self) -> None:
        """Change the keys of all instances; what was signed with the old ones is worthless."""
        fresh: dict[Keys, Keys] = {}
        for instance in self.instances:
            instance.sign_with(fresh.setdefault(instance.keys, renewed(instance.keys)))

    def denylist_outage(self) -> None:
        """Make the denylist unreachable, or reachable again."""
        if self.design.token_revocation == "denylist":
            for denylist in set(self.denylists):
                denylist.reachable = not denylist.reachable

    def set_clocks_back(self, seconds: float) -> None:
        """Have the servers' clocks be behind."""
        for instance in self.instances:
            instance.slow = seconds

    async def clear_store(self) -> None:
        """Delete every session record."""
        for store in dict.fromkeys(self.stores):
            await store.clear()

    def close(self) -> None:
        """Give back what the stores hold open."""
        for store in dict.fromkeys(self.stores):
            store.close()
        self._clear_up()


def _each(names: tuple[str, ...], shared: bool, make: Callable[[str], T]) -> tuple[T, ...]:
    """One for each instance, or the same for all."""
    return (make(SHARED),) * len(names) if shared else tuple(make(name) for name in names)


def _passing_folder() -> Path:
    """A folder that is not there yet, and that nobody guesses."""
    return Path(tempfile.gettempdir()) / f"session-lab-{secrets.token_hex(8)}"


def _removed(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _left(folder: Path) -> None:
    pass
