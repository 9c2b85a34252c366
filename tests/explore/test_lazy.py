"""A lazy design answers as each of its designs would, and is cut only where the answers differ."""

from __future__ import annotations

import math
from typing import Any

from sessionlab.cookies.jar import Cookie
from sessionlab.deferred import Deferred
from sessionlab.engine.durations import expiry_of
from sessionlab.explore.lazy import LazyDesign
from sessionlab.explore.sets import EVERYTHING, DesignSets
from sessionlab.explore.universe import design_sets


def lazy(sets: DesignSets, designs: int = EVERYTHING) -> tuple[LazyDesign, list[int]]:
    todo: list[int] = []
    return LazyDesign(sets, designs, todo, {}, set()), todo


def test_a_comparison_cuts_the_set_in_two_however_many_values_there_are() -> None:
    sets = design_sets()
    design, todo = lazy(sets)
    answer = design.same_site == "lax"
    assert len(todo) == 1
    assert design.designs == sets.cube({"same_site": ("lax",) if answer else ("strict", "none", "unset")})
    assert sets.either(design.designs, todo[0]) == EVERYTHING


def test_asking_again_cuts_nothing_more() -> None:
    design, todo = lazy(design_sets())
    assert (design.secure == True) == bool(design.secure)  # noqa: E712 - a switch is compared as the engine does
    assert len(todo) == 1


def test_an_answer_that_all_designs_share_cuts_nothing() -> None:
    sets = design_sets()
    design, todo = lazy(sets)
    exp = design.later("access_token_lifetime", expiry_of, 1000)
    assert isinstance(exp, Deferred)
    assert not (design.choice(exp) <= 1100)
    assert todo == []
    assert (design.choice(exp) <= 1000 + 600) == (design.settle(exp) == 1300)
    assert math.inf > design.settle(exp) or todo


def test_possibly_cuts_nothing_and_knows_what_is_ruled_out() -> None:
    sets = design_sets()
    design, todo = lazy(sets, sets.cube({"csrf_defence": ("none", "origin_check")}))
    assert design.possibly("csrf_defence", lambda defence: defence == "none")
    assert not design.possibly("csrf_defence", lambda defence: defence == "custom_header")
    assert todo == []


def test_a_view_asks_the_methods_of_a_value_as_a_whole() -> None:
    sets = design_sets()
    design, todo = lazy(sets)
    deferred: Any = design.later
    cookie = Cookie(
        name="session_id",
        value="v",
        domain=deferred(
            "cookie_domain", lambda choice: "example.test" if choice != "host_only" else "app.example.test"
        ),
        host_only=deferred("cookie_domain", lambda choice: choice == "host_only"),
        path="/",
        secure=deferred("secure"),
        http_only=True,
        same_site="lax",
    )
    seen = design.view(cookie)
    assert seen.matches_host("app.example.test")
    assert todo == []
    on_sibling = seen.matches_host("sibling.example.test")
    assert len(todo) == 1
    assert design.designs == sets.cube({"cookie_domain": ("parent_domain" if on_sibling else "host_only",)})
