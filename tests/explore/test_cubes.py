"""Tables of cubes cover what they must, touch nothing that they must not, and have nothing to spare."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessionlab.explore.cubes import Cube, cover
from sessionlab.explore.sets import EMPTY, EVERYTHING, DesignSets
from sessionlab.explore.universe import design_sets

NAMES = ("session_type", "http_only", "same_site", "app_instances", "invalidate_on_logout")
SETS = design_sets()


@st.composite
def some_sets(draw: st.DrawFn) -> int:
    """A union of a few cubes over a few switches."""
    parts = []
    for _ in range(draw(st.integers(0, 4))):
        names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
        parts.append(
            SETS.cube(
                {name: draw(st.lists(st.sampled_from(SETS.values[name]), min_size=1, unique=True)) for name in names}
            )
        )
    return SETS.union(parts)


def area(sets: DesignSets, cube: Cube) -> int:
    return sets.cube(dict(cube.conditions))


@settings(deadline=None)
@given(must=some_sets(), other=some_sets())
def test_a_cover_covers_and_touches_nothing_else(must: int, other: int) -> None:
    avoid = SETS.minus(other, must)
    cubes = cover(SETS, must, avoid)
    covered = SETS.union([area(SETS, cube) for cube in cubes])
    assert SETS.minus(must, covered) == EMPTY
    assert SETS.both(avoid, covered) == EMPTY
    assert sum(cube.share for cube in cubes) == pytest.approx(1.0 if must else 0.0)


@settings(deadline=None)
@given(must=some_sets())
def test_no_condition_can_be_left_out(must: int) -> None:
    avoid = SETS.minus(EVERYTHING, must)
    for cube in cover(SETS, must, avoid):
        for name, _ in cube.conditions:
            fewer: dict[str, Any] = {key: values for key, values in cube.conditions if key != name}
            assert SETS.both(SETS.cube(fewer), avoid) != EMPTY


def test_what_may_fall_on_either_side_makes_tables_shorter() -> None:
    must = SETS.cube({"http_only": (False,), "session_type": ("jwt",)})
    avoid = SETS.cube({"http_only": (True,), "session_type": ("jwt",)})
    assert [cube.conditions for cube in cover(SETS, must, avoid)] == [(("http_only", (False,)),)]
