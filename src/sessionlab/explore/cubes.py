"""A set of designs as a short table: cubes, each a few conditions, that together say when something happens.

A cover in the manner of Minato and Morreale (1996), for switches of many values: what must be covered and what must
not be touched are given; everything else (impossible designs, designs outside the question) may fall on either side,
which is what keeps the tables short.
"""

from __future__ import annotations

from sessionlab.design.switch import SwitchValue
from sessionlab.explore.sets import EMPTY, EVERYTHING, DesignSets
from sessionlab.value import Value

Literals = tuple[tuple[str, int], ...]


class Cube(Value):
    """The designs that satisfy all `conditions`, each a switch and the values that it may have.

    `share`: the part of what had to be covered that this cube covers, and no cube before it.
    """

    conditions: tuple[tuple[str, tuple[SwitchValue, ...]], ...]
    share: float


def cover(sets: DesignSets, must: int, avoid: int) -> tuple[Cube, ...]:
    """Prime cubes that cover all of `must` and touch nothing of `avoid`, the widest first.

    The two sets must be disjoint. No condition of a cube can be left out, and no cube covers what the others do.
    """
    primes = dict.fromkeys(_widened(sets, literals, avoid) for literals in _Cover(sets).of(must, avoid))
    chosen: list[Cube] = []
    areas = {literals: sets.both(must, _area(sets, literals)) for literals in primes}
    left, whole = must, sets.count(must)
    while left != EMPTY:
        best = max(areas, key=lambda literals: (sets.count(sets.both(areas[literals], left)), -len(literals)))
        gained = sets.count(sets.both(areas.pop(best), left))
        left = sets.minus(left, _area(sets, best))
        chosen.append(Cube(tuple((name, _values(sets, name, mask)) for name, mask in best), gained / whole))
    return tuple(chosen)


class _Cover:
    """Finds cubes level by level, and remembers what it found."""

    def __init__(self, sets: DesignSets) -> None:
        self._sets = sets
        self._known: dict[tuple[int, int], tuple[Literals, ...]] = {}

    def of(self, must: int, avoid: int) -> tuple[Literals, ...]:
        if must == EMPTY:
            return ()
        if avoid == EMPTY:
            return ((),)
        key = (must, avoid)
        if key not in self._known:
            self._known[key] = self._found(must, avoid)
        return self._known[key]

    def _found(self, must: int, avoid: int) -> tuple[Literals, ...]:
        sets = self._sets
        switch = sets.first_switch(must, avoid)
        places = range(len(sets.values[switch]))
        musts = [sets.fixed(must, switch, place) for place in places]
        avoids = [sets.fixed(avoid, switch, place) for place in places]
        anywhere = sets.union(list(avoids))
        found: list[Literals] = []
        for place in places:
            needs = sets.both(musts[place], anywhere)
            if needs == EMPTY:
                continue
            safe = [other for other in places if not sets.meet(needs, avoids[other])]
            below = self.of(needs, sets.union([avoids[other] for other in safe]))
            mask = sum(1 << other for other in safe)
            found += [((switch, mask), *literals) for literals in below]
            covered = sets.union([_area(sets, literals) for literals in below])
            for other in safe:
                musts[other] = sets.minus(musts[other], covered)
        return (*found, *self.of(sets.union(musts), anywhere))


def _widened(sets: DesignSets, literals: Literals, avoid: int) -> Literals:
    """The cube without every condition that it does not need."""
    kept = literals
    for literal in reversed(literals):
        fewer = tuple(one for one in kept if one != literal)
        if not sets.meet(_area(sets, fewer), avoid):
            kept = fewer
    return kept


def _area(sets: DesignSets, literals: Literals) -> int:
    area = EVERYTHING
    for name, mask in literals:
        area = sets.both(area, sets.where(name, mask))
    return area


def _values(sets: DesignSets, name: str, mask: int) -> tuple[SwitchValue, ...]:
    return tuple(value for place, value in enumerate(sets.values[name]) if mask >> place & 1)
