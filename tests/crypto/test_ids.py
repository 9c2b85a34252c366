from __future__ import annotations

import re

import pytest

from sessionlab.crypto.ids import Ids


@pytest.mark.parametrize(("generator", "shape"), [("csprng_128", 32), ("csprng_64", 16), ("random_32", 8)])
def test_a_random_id_is_as_long_as_its_generator_says(generator: str, shape: int):
    ids = Ids(lambda: 0.0)
    assert re.fullmatch(f"[0-9a-f]{{{shape}}}", ids.make(generator))
    assert ids.make(generator) != ids.make(generator)


def test_counted_ids_follow_one_another():
    ids = Ids(lambda: 0.0)
    assert [ids.make("counter") for _ in range(3)] == ["1001", "1002", "1003"]


def test_ids_made_of_the_time_are_never_the_same_twice():
    ids = Ids(lambda: 1_798_797_600.5)
    assert [ids.make("timestamp") for _ in range(2)] == ["1798797600500000", "1798797600500001"]


def test_a_secret_can_stand_in_a_cookie():
    assert re.fullmatch("[A-Za-z0-9_-]{22}", Ids(lambda: 0.0).secret())
