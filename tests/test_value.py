"""Values."""

from __future__ import annotations

import msgspec
import pytest

from sessionlab.value import Value, from_json, replace, to_builtins, to_json


class Point(Value):
    x: int
    names: tuple[str, ...] = ()


def test_a_value_cannot_be_changed_but_copied_with_a_change():
    point = Point(1)
    with pytest.raises(AttributeError):
        point.x = 2  # type: ignore[misc]
    assert replace(point, x=2) == Point(2)


def test_equal_values_are_one_key():
    assert {Point(1, ("a",)): "found"}[Point(1, ("a",))] == "found"


def test_a_value_survives_being_written_as_json():
    assert to_json(Point(1, ("a",))) == b'{"x":1,"names":["a"]}'
    assert from_json(to_json(Point(1, ("a",))), Point) == Point(1, ("a",))
    assert to_builtins(Point(1, ("a",))) == {"x": 1, "names": ("a",)}


def test_json_of_another_shape_is_refused():
    with pytest.raises(msgspec.ValidationError):
        from_json(b'{"x":"one"}', Point)
