"""Values with deferred attributes, seen by somebody who decides by them."""

from __future__ import annotations

from typing import Any

from sessionlab.deferred import Deferred, itself
from sessionlab.explore.decisions import Resolver
from sessionlab.explore.lazy import Choice, LazyDesign
from sessionlab.explore.sets import EVERYTHING
from sessionlab.explore.universe import design_sets
from sessionlab.explore.views import Probe, View, is_value, meaning_of
from sessionlab.value import Value

SECURE = Deferred(("secure",), ((itself, ()),))


class Thing(Value):
    name: str
    secure: Any

    @property
    def is_safe(self) -> bool:
        return bool(self.secure)

    def is_named(self, name: str) -> bool:
        return self.name == name


THING = Thing("cookie", SECURE)


def lazy() -> tuple[LazyDesign, list[int]]:
    todo: list[int] = []
    return LazyDesign(design_sets(), EVERYTHING, todo, {}, set()), todo


def test_a_probe_is_the_value_under_one_resolver():
    probe: Any = Probe(THING, Resolver({"secure": True}))
    assert (probe.name, probe.secure, probe.is_safe) == ("cookie", True, True)
    assert probe.is_named("cookie")


def test_a_view_gives_plain_attributes_as_they_are_and_deferred_ones_as_choices():
    design, todo = lazy()
    view: Any = View(THING, design)
    assert view.name == "cookie"
    assert isinstance(view.secure, Choice)
    assert todo == []


def test_a_view_answers_questions_of_its_class_and_cuts_only_for_those_that_need_it():
    design, todo = lazy()
    view: Any = View(THING, design)
    assert view.is_named("cookie")
    assert todo == []
    assert isinstance(view.is_safe, bool)
    assert len(todo) == 1


def test_a_view_can_be_asked_about_another_view():
    class Pair(Value):
        left: Any

        def is_like(self, other: Pair) -> bool:
            return bool(self.left == other.left)

    design, _ = lazy()
    one: Any = View(Pair(1), design)
    assert one.is_like(View(Pair(1), design))
    assert not one.is_like(View(Pair(2), design))


def test_meaning_goes_through_tuples():
    resolve = Resolver({"secure": False})
    assert meaning_of((SECURE, "text"), resolve) == (False, "text")
    probe = meaning_of((THING,), resolve)[0]
    assert isinstance(probe, Probe)


def test_a_deferred_term_is_no_value_with_attributes():
    assert is_value(THING)
    assert not is_value(SECURE)
    assert not is_value("text")
