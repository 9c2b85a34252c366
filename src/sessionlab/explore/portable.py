"""Sets of designs outside the explorer that made them: to be sent to another process, or kept in a file."""

from __future__ import annotations

from sessionlab.explore.sets import EVERYTHING, DesignSets
from sessionlab.value import Value


class Portable(Value):
    """Several sets as one list of nodes.

    `nodes`: for each, its switch and one number for each value of the switch; 0 is the empty set, 1 everything, and
    n + 2 the node at place n, which always stands earlier. `roots`: the sets themselves, numbered likewise.
    """

    nodes: tuple[tuple[str, tuple[int, ...]], ...]
    roots: tuple[int, ...]


def packed(sets: DesignSets, *roots: int) -> Portable:
    """These sets, independent of `sets`."""
    places: dict[int, int] = {0: 0, EVERYTHING: 1}
    nodes: list[tuple[str, tuple[int, ...]]] = []

    def place(designs: int) -> int:
        if designs not in places:
            switch, kids = sets.choice(designs)
            known = tuple(place(kid) for kid in kids)
            places[designs] = len(nodes) + 2
            nodes.append((switch, known))
        return places[designs]

    numbers = tuple(place(root) for root in roots)
    return Portable(tuple(nodes), numbers)


def unpacked(sets: DesignSets, portable: Portable) -> tuple[int, ...]:
    """The same sets among `sets`, which must be over the same switches in the same order."""
    known = [0, EVERYTHING]
    for switch, kids in portable.nodes:
        known.append(sets.node(sets.level[switch], tuple(known[kid] for kid in kids)))
    return tuple(known[root] for root in portable.roots)
