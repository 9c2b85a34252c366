"""Sets of designs as multi-valued decision diagrams: exact, canonical, and small for what this lab asks.

A set is an int: 0 is empty, 1 is everything, any other names a node `(level, kids)`, one kid a value of the switch
at that level. Equal sets are the same int. (Bryant 1986; Kam et al. 1998, multi-valued decision diagrams.)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from sessionlab.design.switch import Switch, SwitchValue

EMPTY, EVERYTHING = 0, 1
AND, OR, MINUS = 0, 1, 2
SURELY = (EVERYTHING, EVERYTHING)


class Chooser(Protocol):
    """What sampling needs of a random generator (`random.Random` has it)."""

    def randrange(self, stop: int, /) -> int:
        """A number below `stop`."""


class DesignSets:
    """All sets of designs over these switches, and what can be done with them.

    `first`: switches to put at the top of the diagram; topology and the kind of session keep it smallest.
    """

    def __init__(self, switches: Iterable[Switch], first: Iterable[str] = ()) -> None:
        known = {switch.id: switch.values for switch in switches}
        top = [name for name in first if name in known]
        self.names: tuple[str, ...] = (*top, *(name for name in known if name not in top))
        self.values: dict[str, tuple[SwitchValue, ...]] = known
        self.level = {name: place for place, name in enumerate(self.names)}
        self.size = [len(known[name]) for name in self.names]
        self.all_values = {name: (1 << len(known[name])) - 1 for name in self.names}
        self._depth = len(self.names)
        self._nodes: list[tuple[int, tuple[int, ...]]] = [(self._depth, ()), (self._depth, ())]
        self._ids: dict[tuple[int, tuple[int, ...]], int] = {}
        self._results: dict[tuple[int, int, int], int] = {}
        self._meetings: dict[tuple[int, int], bool] = {SURELY: True}
        self._parts: dict[tuple[int, str, int], int] = {}
        self._supports: dict[int, frozenset[str]] = {}
        self._counts: dict[int, int] = {}
        self._below = [1] * (self._depth + 1)
        for place in range(self._depth - 1, -1, -1):
            self._below[place] = self._below[place + 1] * self.size[place]

    def node(self, level: int, kids: tuple[int, ...]) -> int:
        """The set that chooses among `kids` by the switch at `level`."""
        first = kids[0]
        if all(kid == first for kid in kids):
            return first
        found = self._ids.get((level, kids))
        if found is None:
            found = self._ids[level, kids] = len(self._nodes)
            self._nodes.append((level, kids))
        return found

    def choice(self, designs: int) -> tuple[str, tuple[int, ...]]:
        """The first switch by which a set is decided, and what remains of it for each value of the switch."""
        level, kids = self._nodes[designs]
        return self.names[level], kids

    def level_of(self, designs: int) -> int:
        """The level of the first switch that decides about a set."""
        return self._nodes[designs][0]

    def below(self, designs: int, level: int, place: int) -> int:
        """What remains of a set once the switch at `level`, and none before it, has its value number `place`."""
        own, kids = self._nodes[designs]
        return kids[place] if own == level else designs

    def first_switch(self, one: int, other: int) -> str:
        """The first switch that decides about one of two sets, of which one must be neither empty nor everything."""
        return self.names[min(self._nodes[one][0], self._nodes[other][0])]

    @property
    def nodes_made(self) -> int:
        """How many nodes have been made so far: what the sets cost in memory grows with it."""
        return len(self._nodes)

    def where(self, name: str, mask: int) -> int:
        """The designs in which a switch has one of the values of `mask` (bit i: value i)."""
        level = self.level[name]
        return self.node(level, tuple(mask >> place & 1 for place in range(self.size[level])))

    def mask(self, name: str, values: Iterable[SwitchValue]) -> int:
        """The bits of those of these values that the switch has here."""
        wanted = tuple(values)
        return sum(1 << place for place, value in enumerate(self.values[name]) if value in wanted)

    def cube(self, conditions: Mapping[str, Iterable[SwitchValue]]) -> int:
        """The designs that satisfy all conditions: for each named switch, one of these values."""
        found = EVERYTHING
        for name, values in conditions.items():
            found = self.both(found, self.where(name, self.mask(name, values)))
        return found

    def both(self, one: int, other: int) -> int:
        """Intersection."""
        return self._combine(AND, one, other)

    def either(self, one: int, other: int) -> int:
        """Union."""
        return self._combine(OR, one, other)

    def minus(self, one: int, other: int) -> int:
        """What is in the first and not in the second."""
        return self._combine(MINUS, one, other)

    def union(self, sets: list[int]) -> int:
        """The union of many sets, balanced so that no intermediate result grows needlessly."""
        while len(sets) > 1:
            pairs = [self.either(sets[i], sets[i + 1]) for i in range(0, len(sets) - 1, 2)]
            sets = [*pairs, sets[-1]] if len(sets) % 2 else pairs
        return sets[0] if sets else EMPTY

    def meet(self, one: int, other: int) -> bool:
        """Is there a design in both sets? Much cheaper than finding out which."""
        if one <= EVERYTHING or other <= EVERYTHING or one == other:
            return one != EMPTY and other != EMPTY
        return self._meet(one, other) if one < other else self._meet(other, one)

    def _meet(self, one: int, other: int) -> bool:
        found = self._meetings.get((one, other))
        if found is None:
            found = self._meetings[one, other] = any(self._meet(*pair) for pair in self._open_meetings(one, other))
        return found

    def _open_meetings(self, one: int, other: int) -> Iterable[tuple[int, int]]:
        """The pairs of kids of which one has to meet; a pair of the same node, which surely does, if there is one."""
        (level, kids), (other_level, other_kids) = self._nodes[one], self._nodes[other]
        if level < other_level:
            other_kids = (other,) * len(kids)
        elif other_level < level:
            kids = (one,) * len(other_kids)
        pairs = []
        for kid, kid_of_other in zip(kids, other_kids, strict=True):
            if EMPTY in (kid, kid_of_other):
                continue
            if kid in (EVERYTHING, kid_of_other) or kid_of_other == EVERYTHING:
                return (SURELY,)
            pairs.append((kid, kid_of_other) if kid < kid_of_other else (kid_of_other, kid))
        return pairs

    def _combine(self, operation: int, a: int, b: int) -> int:
        # This is where most of an exploration's time goes: the plain cases are told apart before anything is called.
        if a == b or b <= EVERYTHING or (a <= EVERYTHING and (a == EMPTY or operation != MINUS)):
            return _plain(operation, a, b)
        if operation != MINUS and a > b:
            a, b = b, a
        key = (operation, a, b)
        found = self._results.get(key)
        if found is None:
            found = self._results[key] = self._combined(operation, a, b)
        return found

    def _combined(self, operation: int, a: int, b: int) -> int:
        (level_a, kids_a), (level_b, kids_b) = self._nodes[a], self._nodes[b]
        combine = self._combine
        if level_a < level_b:
            return self.node(level_a, tuple([combine(operation, kid, b) for kid in kids_a]))
        if level_b < level_a:
            return self.node(level_b, tuple([combine(operation, a, kid) for kid in kids_b]))
        pairs = zip(kids_a, kids_b, strict=True)
        return self.node(level_a, tuple([combine(operation, kid, other) for kid, other in pairs]))

    def forget_results(self, most: int) -> None:
        """Forget the results of earlier operations, if there are more than that; the sets themselves stay."""
        if len(self._results) + len(self._parts) + len(self._meetings) > most:
            self._results.clear()
            self._parts.clear()
            self._meetings = {SURELY: True}

    def split(self, designs: int, name: str, mask: int) -> int:
        """The designs of a set in which a switch has one of the values of `mask`."""
        key = (designs, name, mask)
        found = self._parts.get(key)
        if found is None:
            found = self._parts[key] = self.both(designs, self.where(name, mask))
        return found

    def fixed(self, designs: int, name: str, place: int) -> int:
        """The set of designs that are in this one once the switch is set to its value number `place`."""
        key = (designs, name, -1 - place)
        found = self._parts.get(key)
        if found is None:
            level, kids = self._nodes[designs]
            if level > self.level[name]:
                found = designs
            elif level == self.level[name]:
                found = kids[place]
            else:
                found = self.node(level, tuple(self.fixed(kid, name, place) for kid in kids))
            self._parts[key] = found
        return found

    def tells_apart(self, name: str, one: int, other: int) -> bool:
        """Are there two designs that differ in this switch alone, one in each of the two sets?"""
        places = range(len(self.values[name]))
        return any(
            self.both(self.fixed(one, name, i), self.fixed(other, name, j)) != EMPTY
            for i in places
            for j in places
            if i != j
        )

    def support(self, designs: int) -> frozenset[str]:
        """The switches that decide whether a design is in the set. Every other switch is proven not to matter."""
        found = self._supports.get(designs)
        if found is None:
            names: set[str] = set()
            seen: set[int] = set()
            todo = [designs]
            while todo:
                one = todo.pop()
                if one > EVERYTHING and one not in seen:
                    seen.add(one)
                    level, kids = self._nodes[one]
                    names.add(self.names[level])
                    todo.extend(kids)
            found = self._supports[designs] = frozenset(names)
        return found

    def count(self, designs: int) -> int:
        """How many designs the set has, exactly."""
        return self._weight(designs, 0)

    def _count(self, designs: int) -> int:
        """How many, counted from the set's own level down."""
        found = self._counts.get(designs)
        if found is None:
            level, kids = self._nodes[designs]
            found = 0
            for kid in kids:
                if kid > EVERYTHING:
                    below = self._nodes[kid][0]
                    found += self._count(kid) * (self._below[level + 1] // self._below[below])
                else:
                    found += kid * self._below[level + 1]
            self._counts[designs] = found
        return found

    def has(self, designs: int, design: Any) -> bool:
        """Is this complete design in the set?"""
        while designs > EVERYTHING:
            level, kids = self._nodes[designs]
            name = self.names[level]
            designs = kids[self.values[name].index(getattr(design, name))]
        return designs == EVERYTHING

    def sample(self, designs: int, chooser: Chooser) -> dict[str, SwitchValue]:
        """One design of a set that is not empty, each with the same chance."""
        chosen: dict[str, SwitchValue] = {}
        for place, name in enumerate(self.names):
            level, kids = self._nodes[designs]
            choices = kids if level == place else (designs,) * self.size[place]
            weights = [self._weight(kid, place + 1) for kid in choices]
            pick = chooser.randrange(sum(weights))
            index = 0
            while pick >= weights[index]:
                pick -= weights[index]
                index += 1
            chosen[name] = self.values[name][index]
            designs = choices[index]
        return chosen

    def _weight(self, designs: int, level: int) -> int:
        if designs <= EVERYTHING:
            return designs * self._below[level]
        return self._count(designs) * (self._below[level] // self._below[self._nodes[designs][0]])


def _plain(operation: int, a: int, b: int) -> int:
    """The result where one of the sets is empty or everything, or both are the same."""
    if operation == AND:
        return b if a in (EVERYTHING, b) else a if b == EVERYTHING else EMPTY
    if operation == OR:
        return b if a in (EMPTY, b) else a if b == EMPTY else EVERYTHING
    return a if b == EMPTY else EMPTY
