"""What every store of sessions must do. Each store is put through all of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sessionlab.http.message import Client
from sessionlab.stores import STORES
from sessionlab.stores.denylist import MemoryDenylist
from sessionlab.stores.port import Clock, Denylist, Store
from sessionlab.tokens.terms import Record, Secret
from sessionlab.value import replace

DENYLISTS: tuple[Callable[[Clock], Denylist], ...] = (MemoryDenylist,)
MARKO = Record("marko@example.test", created=100, seen=100, started="a")


class Clock100:
    """A clock that the test turns."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock100:
    return Clock100()


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, clock: Clock100, tmp_path: Path) -> Iterator[Store]:
    made = STORES[request.param](tmp_path / "kept", clock)
    yield made
    made.close()


@pytest.fixture(params=DENYLISTS)
def denylist(request: pytest.FixtureRequest, clock: Clock100) -> Denylist:
    made: Denylist = request.param(clock)
    return made


def do(work: Any) -> Any:
    return asyncio.run(work)


async def filled(store: Store, *keys: str, seconds: float | None = None) -> None:
    for key in keys:
        await store.put(key, replace(MARKO, started=key), seconds)


def test_what_was_put_is_found(store: Store):
    do(filled(store, "a"))
    assert do(store.get("a")) == MARKO
    assert do(store.get("b")) is None


def test_an_update_writes_only_where_something_is(store: Store):
    do(filled(store, "a"))
    assert do(store.update("a", replace(MARKO, items=3), None))
    assert not do(store.update("b", MARKO, None))
    assert do(store.get("a")).items == 3
    assert do(store.get("b")) is None


def test_a_touch_notes_the_time_and_nothing_else(store: Store):
    do(filled(store, "a"))
    assert do(store.touch("a", 160, None))
    assert not do(store.touch("b", 160, None))
    assert do(store.get("a")) == replace(MARKO, seen=160)


def test_a_delete_says_whether_something_was_there(store: Store):
    do(filled(store, "a"))
    assert do(store.delete("a"))
    assert not do(store.delete("a"))
    assert do(store.get("a")) is None


def test_all_records_of_a_user_can_be_counted_and_deleted_but_one(store: Store):
    do(filled(store, "a", "b", "c"))
    do(store.put("d", replace(MARKO, user="mallory@example.test"), None))
    assert do(store.count("marko@example.test")) == 3
    assert do(store.count("marko@example.test", without="b")) == 2
    assert do(store.delete_all("marko@example.test", keep="b")) == 2
    assert do(store.get("b")) is not None
    assert do(store.get("d")) is not None
    assert do(store.delete_all("marko@example.test")) == 1


def test_a_record_whose_time_has_passed_is_gone_for_every_method(store: Store, clock: Clock100):
    do(filled(store, "a", "b", "c", "d", seconds=60))
    clock.now += 60
    assert do(store.get("a")) is None
    assert not do(store.update("b", MARKO, 60))
    assert not do(store.touch("c", 160, 60))
    assert not do(store.delete("d"))
    assert do(store.count("marko@example.test")) == 0


def test_a_touch_keeps_a_record_for_longer(store: Store, clock: Clock100):
    do(filled(store, "a", seconds=60))
    clock.now += 59
    do(store.touch("a", 159, 60))
    clock.now += 59
    assert do(store.get("a")) is not None


def test_a_locked_session_is_used_by_one_at_a_time_in_the_order_of_coming(store: Store):
    order: list[str] = []

    async def use(name: str, key: str) -> None:
        async with store.lock(key):
            order.append(f"{name} begins")
            await asyncio.sleep(0)
            order.append(f"{name} ends")

    async def all_three() -> None:
        await asyncio.gather(use("one", "a"), use("two", "a"), use("other", "b"))

    do(all_three())
    assert order.index("one ends") < order.index("two begins")
    assert order.index("other begins") < order.index("one ends")


def test_a_lock_is_given_back_when_its_holder_fails(store: Store):
    async def fail() -> None:
        async with store.lock("a"):
            raise ValueError

    async def twice() -> bool:
        with pytest.raises(ValueError):  # noqa: PT011
            await fail()
        async with store.lock("a"):
            return True

    assert do(twice())


def test_a_denied_token_is_listed_until_its_time(denylist: Denylist, clock: Clock100):
    do(denylist.deny("one", 160.0, 130.0))
    assert do(denylist.denied_until("one")) == 160.0
    assert do(denylist.denied_until("two")) is None
    clock.now = 130.0
    assert do(denylist.denied_until("one")) == 160.0
    clock.now = 131.0
    assert do(denylist.denied_until("one")) is None


def test_records_are_told_oldest_first_and_a_rewritten_one_is_the_newest(store: Store):
    do(filled(store, "a", "b", "a"))
    do(store.update("b", replace(MARKO, items=1), None))
    assert [key for key, _ in do(store.records())] == ["b", "a"]


def test_a_record_comes_back_with_all_that_was_in_it(store: Store):
    whole = replace(MARKO, csrf=Secret("x.y"), role="admin", items=2, client=Client("192.0.2.1", "curl"))
    do(store.put("a", whole, None))
    assert do(store.get("a")) == whole


def test_an_id_may_be_any_text(store: Store):
    odd = "../..//\u00e9" + "x" * 300
    do(filled(store, odd))
    assert do(store.get(odd)) == replace(MARKO, started=odd)
    assert do(store.delete(odd))


def test_clearing_forgets_every_record(store: Store):
    do(filled(store, "a", "b"))
    do(store.clear())
    assert do(store.records()) == ()


def test_who_waits_for_a_session_is_seen(store: Store):
    async def look() -> tuple[tuple[str, ...], ...]:
        async def wait() -> None:
            async with store.lock("a"):
                pass

        async with store.lock("a"):
            alone = store.queues.awaited()
            task = asyncio.create_task(wait())
            await asyncio.sleep(0)
            together = store.queues.awaited()
        await task
        return alone, together, store.queues.awaited()

    assert do(look()) == ((), ("a",), ())
