"""Looking at what a real cluster holds, so that it can be compared, and doing to it what the simulation's verbs do."""

from __future__ import annotations

from sessionlab.crypto.ids import digest
from sessionlab.engine.steps import Create, Step
from sessionlab.http.message import Request, Response
from sessionlab.servers.cluster import Cluster
from sessionlab.servers.fleet import Place
from sessionlab.servers.state import Denial, Entry, ServerState
from sessionlab.stores.denylist import MemoryDenylist
from sessionlab.stores.port import Store
from sessionlab.tokens.terms import Record, SessionId


class Looking:
    """Follows what is created, so that the records of several stores are told in one order, by their ids."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster
        self._ids: dict[str, str] = {}
        self._order: dict[tuple[Store, str], int] = {}
        self._denied: dict[tuple[MemoryDenylist, str], int] = {}
        self._created = 0

    def note(self, instance: str, request: Request, response: Response, steps: tuple[Step, ...]) -> None:
        """A request was answered."""
        store = next(one.store for one in self._cluster.instances if one.name == instance)
        for step in steps:
            if isinstance(step, Create):
                id = str(step.id.made)
                key = digest(id) if self._cluster.design.store_key_form == "hashed" else id
                self._created += 1
                self._ids[key] = id
                self._order[store, key] = self._created

    async def _records(self) -> list[tuple[Store, str, Record]]:
        """All records, oldest first."""
        stores = dict.fromkeys(self._cluster.stores)
        found = [(store, key, record) for store in stores for key, record in await store.records()]
        return sorted(found, key=lambda one: self._order[one[0], one[1]])

    async def state(self) -> ServerState:
        """What the servers hold, as a value of the simulation."""
        records = await self._records()
        database = self._cluster.database
        return ServerState(
            entries=tuple(Entry(SessionId(self._ids[key]), record, Place(0, 0)) for _, key, record in records),
            denials=tuple(Denial(jti, until, 0, 0) for _, jti, until in self._denials()),
            accounts=database.accounts.all(),
            keys=tuple(database.keys.values()),
            refresh=tuple(database.refresh.values()),
            deeds=tuple(database.deeds),
        )

    def _denials(self) -> list[tuple[MemoryDenylist, str, float]]:
        """All denials, in the order in which they were first seen here."""
        lists = dict.fromkeys(self._cluster.denylists)
        found = [(one, jti, until) for one in lists for jti, until in one.entries()]
        for one, jti, _ in found:
            self._denied.setdefault((one, jti), len(self._denied))
        return sorted(found, key=lambda entry: self._denied[entry[0], entry[1]])

    def awaited(self) -> tuple[str, ...]:
        """The sessions, by their names in the stores, that some request waits for."""
        return tuple(key for store in dict.fromkeys(self._cluster.stores) for key in store.queues.awaited())

    async def edit(self, before: ServerState, now: ServerState) -> None:
        """Do to the stores what was done by hand to the records that were seen in them: one changed, or one gone."""
        left = list(now.entries)
        for (store, key, _), entry in zip(await self._records(), before.entries, strict=True):
            if not left or left[0].id != entry.id:
                await store.delete(key)
                continue
            record = left.pop(0).record
            if record != entry.record:
                await store.update(key, record, None)

    async def evict(self) -> None:
        """Memory runs short: the oldest record goes, and the oldest denial."""
        for store, key, _ in (await self._records())[:1]:
            await store.delete(key)
        for denylist, jti, _ in self._denials()[:1]:
            denylist.drop(jti)
