"""The least change of switches that leads from a design into a set of designs, and what each change costs."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping
from typing import Any

from sessionlab.design.change import Change
from sessionlab.design.design import Design
from sessionlab.design.space import SEED_LAB
from sessionlab.design.switches import SWITCHES
from sessionlab.explore.sets import EMPTY, EVERYTHING, DesignSets
from sessionlab.value import Value, replace

COSTS: Mapping[str, int] = {
    "cookie_attributes": 1,
    "logout_and_expiry": 2,
    "csrf_defences": 2,
    "session_handling": 2,
    "transport_and_exposure": 3,
    "token_lifecycle": 3,
    "monitoring": 3,
    "machine_clients": 4,
    "identity_provider": 5,
    "store": 8,
    "topology": 8,
    "session_model": 20,
}
"""What it costs to change one switch, by its component: a flag of a cookie is one word in one place; a setting of the
session library or of the routes is a few; how tokens are made and checked touches every service that takes them; a
store or a second instance is another architecture; another kind of session is another application."""

MOST_TIES = 64
"""How many equally cheap changes are told at most."""

Nodes = tuple[int, ...]


class Fix(Value):
    """One cheapest change: the switches to flip, and what that costs."""

    changes: tuple[Change, ...]
    cost: int


def cost_of_switch() -> dict[str, int]:
    """What it costs to change each switch."""
    return {switch.id: COSTS[switch.component] for switch in SWITCHES}


def least_changes(
    sets: DesignSets, targets: tuple[int, ...], design: Design, costs: Mapping[str, int] | None = None
) -> tuple[Fix, ...]:
    """All cheapest changes that lead from `design` into every one of the target sets; none if nothing leads there.

    Uniform-cost search (Dijkstra 1959) down all the diagrams at once: a level at which the design's own value is kept
    costs nothing, so only the neighbourhood of the design is ever looked at. At most `MOST_TIES` are given.
    """
    costs = cost_of_switch() if costs is None else costs
    first = _open(targets)
    if first is None:
        return ()
    heap: list[tuple[int, int, Nodes, tuple[Change, ...]]] = [(0, 0, first, ())]
    cheapest: dict[Nodes, int] = {first: 0}
    found: list[Fix] = []
    number = 0
    while heap:
        cost, _, nodes, changes = heapq.heappop(heap)
        if found and (cost > found[0].cost or len(found) == MOST_TIES):
            break
        if not nodes:
            found.append(Fix(changes, cost))
            continue
        for below, change in _steps(sets, nodes, design):
            spent = cost if change is None else cost + costs[change.switch]
            # Equally cheap ways to the same place are different fixes: only dearer ones are dropped.
            if spent <= cheapest.get(below, spent):
                cheapest[below] = spent
                number += 1
                heapq.heappush(heap, (spent, number, below, changes if change is None else (*changes, change)))
    return tuple(found)


def plainest(sets: DesignSets, designs: int) -> Design:
    """The design of a set that costs least to make of the default, and of several the first.

    Raises `ValueError` for the empty set.
    """
    for fix in least_changes(sets, (designs,), SEED_LAB):
        return replace(SEED_LAB, **{change.switch: change.new for change in fix.changes})
    raise ValueError("the empty set has no design")


def _steps(sets: DesignSets, nodes: Nodes, design: Any) -> Iterator[tuple[Nodes, Change | None]]:
    """Each value of the first switch that decides anything, and what remains to be reached with it."""
    level = min(sets.level_of(node) for node in nodes)
    switch = sets.names[level]
    own = getattr(design, switch)
    for place, value in enumerate(sets.values[switch]):
        below = _open(tuple(sets.below(node, level, place) for node in nodes))
        if below is not None:
            yield below, None if value == own else Change(switch, own, value)


def _open(nodes: Nodes) -> Nodes | None:
    """The sets that are not reached yet, or None if one of them cannot be."""
    if EMPTY in nodes:
        return None
    return tuple(sorted({node for node in nodes if node != EVERYTHING}))


def within(sets: DesignSets, design: Any, budget: int, costs: Mapping[str, int] | None = None) -> int:
    """The designs that `design` becomes by changes that cost no more than `budget` together."""
    costs = cost_of_switch() if costs is None else costs
    # For each sum that is still left to spend, the set of what can be chosen from here down.
    affordable = [EVERYTHING] * (budget + 1)
    for level in range(len(sets.names) - 1, -1, -1):
        switch = sets.names[level]
        own, cost = getattr(design, switch), costs[switch]
        affordable = [
            sets.node(
                level,
                tuple(
                    affordable[left] if value == own else affordable[left - cost] if left >= cost else EMPTY
                    for value in sets.values[switch]
                ),
            )
            for left in range(budget + 1)
        ]
    return affordable[budget]
