"""Questions about undecided switches, answered as small decision trees.

A question is a function of a resolver, which gives the plain value of a deferred term. It is asked once for every
value of the switches that it looks at, in the order in which it looks; equal answers are folded together. What
remains is exactly what the answer depends on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from sessionlab.deferred import Deferred
from sessionlab.design.switch import SwitchValue
from sessionlab.explore.sets import EVERYTHING, DesignSets

Question = Callable[["Resolver"], Any]


class Leaf(NamedTuple):
    """The answer."""

    answer: Any


class Fork(NamedTuple):
    """The answer depends on this switch: one tree for each of its values."""

    switch: str
    trees: tuple[Leaf | Fork, ...]


Tree = Leaf | Fork


class _Needs(BaseException):
    """A question looked at a switch that its resolver does not know yet."""

    def __init__(self, switch: str) -> None:
        super().__init__(switch)
        self.switch = switch


class Resolver:
    """Knows the values of some switches, and what deferred terms mean under them."""

    __slots__ = ("_known",)

    def __init__(self, known: dict[str, SwitchValue]) -> None:
        self._known = known

    def __call__(self, term: Any) -> Any:
        """The plain value of a term, all the way down."""
        while type(term) is Deferred:
            term = term.resolve(tuple(self.value(switch) for switch in term.switches))
        return term

    def value(self, switch: str) -> SwitchValue:
        """The value of a switch."""
        if switch not in self._known:
            raise _Needs(switch)
        return self._known[switch]


def tree_of(question: Question, values: dict[str, tuple[SwitchValue, ...]]) -> Tree:
    """The decision tree of a question over these values of the switches."""
    return _grow(question, values, {})


def _grow(question: Question, values: dict[str, tuple[SwitchValue, ...]], known: dict[str, SwitchValue]) -> Tree:
    try:
        return Leaf(question(Resolver(known)))
    except _Needs as needs:
        switch = needs.switch
    trees = tuple(_grow(question, values, {**known, switch: value}) for value in values[switch])
    return trees[0] if all(same(tree, trees[0]) for tree in trees) else Fork(switch, trees)


def same(one: Tree, other: Tree) -> bool:
    """Do two trees give the same answers in the same way?"""
    if isinstance(one, Leaf) and isinstance(other, Leaf):
        return type(one.answer) is type(other.answer) and one.answer == other.answer
    if isinstance(one, Fork) and isinstance(other, Fork):
        return one.switch == other.switch and all(map(same, one.trees, other.trees))
    return False


def answers(tree: Tree, sets: DesignSets) -> tuple[tuple[Any, int], ...]:
    """Each answer of a tree, with the set of designs that give it."""
    if isinstance(tree, Leaf):
        return ((tree.answer, EVERYTHING),)
    found: list[tuple[Any, int]] = []
    for place, below in enumerate(tree.trees):
        here = sets.where(tree.switch, 1 << place)
        for answer, designs in answers(below, sets):
            _add(found, answer, sets.both(here, designs), sets)
    return tuple(found)


def _add(found: list[tuple[Any, int]], answer: Any, designs: int, sets: DesignSets) -> None:
    for place, (known, so_far) in enumerate(found):
        if type(known) is type(answer) and known == answer:
            found[place] = (known, sets.either(so_far, designs))
            return
    found.append((answer, designs))
