"""Questions about undecided switches become exactly the trees that their answers need."""

from __future__ import annotations

import itertools
from types import SimpleNamespace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sessionlab.deferred import Deferred, itself
from sessionlab.design.switch import Switch
from sessionlab.explore.decisions import Fork, Leaf, Resolver, answers, same, tree_of
from sessionlab.explore.sets import EVERYTHING, DesignSets

VALUES: dict[str, tuple[Any, ...]] = {"one": (True, False), "two": ("a", "b", "c")}
TWO = Deferred(("two",), ((itself, ()),))


def sets() -> DesignSets:
    return DesignSets(
        Switch(id=name, tier=1, values=values, safe=values[0], seed_lab=values[0], meaning="m", source="s")
        for name, values in VALUES.items()
    )


def test_a_question_that_looks_at_nothing_is_a_leaf():
    assert tree_of(lambda resolve: 7, VALUES) == Leaf(7)


def test_a_question_forks_at_the_switch_it_looks_at():
    tree = tree_of(lambda resolve: resolve.value("two") == "b", VALUES)
    assert tree == Fork("two", (Leaf(False), Leaf(True), Leaf(False)))


def test_a_look_that_makes_no_difference_leaves_no_fork():
    def question(resolve: Resolver) -> bool:
        return resolve.value("one") in (True, False) and resolve.value("two") == "b"

    assert tree_of(question, VALUES) == tree_of(lambda resolve: resolve.value("two") == "b", VALUES)


def test_answers_of_different_types_are_different():
    assert not same(Leaf(1), Leaf(True))
    assert same(Leaf(1), Leaf(1))
    assert not same(Leaf(1), Fork("one", (Leaf(1), Leaf(2))))


def test_a_resolver_knows_what_deferred_terms_mean():
    resolve = Resolver({"two": "c"})
    assert resolve(TWO) == "c"
    assert resolve("plain") == "plain"


@settings(deadline=None)
@given(st.dictionaries(st.tuples(st.booleans(), st.sampled_from("abc")), st.integers(0, 2), min_size=6, max_size=6))
def test_every_design_gets_the_answer_that_the_question_gives_it(table: dict[tuple[bool, str], int]):
    known = sets()
    tree = tree_of(lambda resolve: table[resolve.value("one"), resolve.value("two")], VALUES)  # type: ignore[index]
    parts = answers(tree, known)
    assert known.union([part for _, part in parts]) == EVERYTHING
    assert len({answer for answer, _ in parts}) == len(parts)
    for one, two in itertools.product(*VALUES.values()):
        design = SimpleNamespace(one=one, two=two)
        assert [answer for answer, part in parts if known.has(part, design)] == [table[one, two]]
