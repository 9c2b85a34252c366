from __future__ import annotations

import asyncio
import math

import pytest

from sessionlab.stores.denylist import MemoryDenylist
from sessionlab.stores.port import Unreachable


def test_a_denylist_drops_what_has_had_its_time_when_something_new_comes():
    now = [0.0]
    denylist = MemoryDenylist(lambda: now[0])
    asyncio.run(denylist.deny("one", 10.0, 10.0))
    now[0] = 11.0
    asyncio.run(denylist.deny("two", math.inf, math.inf))
    assert denylist.entries() == (("two", math.inf),)


def test_an_entry_can_be_dropped_before_its_time():
    denylist = MemoryDenylist(lambda: 0.0)
    asyncio.run(denylist.deny("one", math.inf, math.inf))
    denylist.drop("one")
    denylist.drop("one")
    assert asyncio.run(denylist.denied_until("one")) is None


def test_what_cannot_be_reached_answers_nothing():
    denylist = MemoryDenylist(lambda: 0.0)
    denylist.reachable = False
    with pytest.raises(Unreachable):
        asyncio.run(denylist.denied_until("one"))
