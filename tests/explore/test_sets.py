"""Sets of designs behave as sets: checked against plain Python sets over a small vocabulary."""

from __future__ import annotations

import itertools
import random
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from sessionlab.design.switch import Switch
from sessionlab.explore.sets import EMPTY, EVERYTHING, DesignSets

VALUES = {"one": (True, False), "two": ("a", "b", "c"), "three": ("x", "y")}


def switches() -> list[Switch]:
    return [
        Switch(id=name, tier=1, values=values, safe=values[0], seed_lab=values[0], meaning="m", source="s")
        for name, values in VALUES.items()
    ]


ALL = [dict(zip(VALUES, chosen, strict=True)) for chosen in itertools.product(*VALUES.values())]
cubes = st.fixed_dictionaries(
    {}, optional={name: st.sets(st.sampled_from(v), min_size=1) for name, v in VALUES.items()}
)


def members(sets: DesignSets, designs: int) -> set[tuple[object, ...]]:
    return {tuple(one.values()) for one in ALL if sets.has(designs, SimpleNamespace(**one))}


def expected(cube: dict[str, set[object]]) -> set[tuple[object, ...]]:
    return {tuple(one.values()) for one in ALL if all(one[name] in allowed for name, allowed in cube.items())}


@given(cubes, cubes, cubes)
def test_operations_are_those_of_sets(a: dict, b: dict, c: dict) -> None:
    sets = DesignSets(switches())
    one = sets.either(sets.cube(a), sets.cube(b))
    other = sets.cube(c)
    left, right = expected(a) | expected(b), expected(c)
    assert members(sets, one) == left
    assert members(sets, sets.both(one, other)) == left & right
    assert members(sets, sets.minus(one, other)) == left - right
    assert sets.count(one) == len(left)


@given(cubes, cubes)
def test_equal_sets_are_the_same_number(a: dict, b: dict) -> None:
    sets = DesignSets(switches(), first=("three",))
    assert (sets.cube(a) == sets.cube(b)) == (expected(a) == expected(b))


@given(cubes, cubes, st.sampled_from(sorted(VALUES)))
def test_a_switch_tells_sets_apart_if_two_designs_differ_in_it_alone(a: dict, b: dict, name: str) -> None:
    sets = DesignSets(switches())
    place = list(VALUES).index(name)
    pairs = itertools.product(expected(a), expected(b))
    alone = any(x[place] != y[place] and x[:place] + x[place + 1 :] == y[:place] + y[place + 1 :] for x, y in pairs)
    assert sets.tells_apart(name, sets.cube(a), sets.cube(b)) == alone


@given(cubes, st.randoms(use_true_random=False))
def test_a_sample_is_a_member(a: dict, chooser: random.Random) -> None:
    sets = DesignSets(switches())
    sample = sets.sample(sets.cube(a), chooser)
    assert sets.has(sets.cube(a), SimpleNamespace(**sample))


def test_the_empty_set_and_everything() -> None:
    sets = DesignSets(switches())
    assert sets.cube({"two": ("none of them",)}) == EMPTY
    assert sets.cube({}) == EVERYTHING
    assert sets.count(EVERYTHING) == len(ALL)
    assert sets.union([]) == EMPTY
