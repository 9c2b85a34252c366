"""The balancer's choice: which instance serves an attack's actions. One way in which it succeeds is enough.

Each action's requests go to one instance, the first or the second; which of them is open, and for the first request of
a play it makes no difference. Replicas are read by the same choice.
"""

from __future__ import annotations

import functools
from typing import Any

from sessionlab.design.design import Design
from sessionlab.explore.sets import DesignSets
from sessionlab.servers.fleet import SENT, TO_FIRST, TO_SECOND, History, side_of
from sessionlab.value import Value, replace
from sessionlab.world.action import Action
from sessionlab.world.state import World
from sessionlab.world.verbs.operations import sent_to

CHOOSES: tuple[dict[str, tuple[str, ...]], ...] = (
    {"app_instances": ("two",), "load_balancing": ("round_robin",)},
    {"store_scope": ("replicated_async",)},
)
"""Under which switches it matters where a request goes: more than one place may answer it."""


def designs_with_choice(sets: DesignSets) -> int:
    """The designs under which there is a choice."""
    return sets.union([sets.cube(conditions) for conditions in CHOOSES])


def has_choice(design: Design) -> bool:
    """Is there a choice under this complete design?"""
    return any(all(getattr(design, name) in values for name, values in each.items()) for each in CHOOSES)


ASKED_TWICE = 2


def is_open(actions: tuple[Action, ...], place: int) -> bool:
    """Is it open where the action at this place of a recipe goes?

    Who does the same thing a third time stays where he was: a session that is polled for a day is not asked at every
    sequence of instances that there is. What is found reachable is reachable; a few ways there are not looked for.
    """
    return actions[:place].count(actions[place]) < ASKED_TWICE


def at_first(world: World) -> World:
    """The world in which all requests go to the first instance."""
    return sent_to(world, TO_FIRST)


def at_second(world: World) -> World | None:
    """The world in which all requests go to the second one; None if there has been no request to tell them apart."""
    return sent_to(world, TO_SECOND) if world.server.requests else None


def elsewhere(world: World) -> World:
    """The world in which the other instance is tried, where the balancer sends all requests to one."""
    side = side_of(world.server.requests + 1, world.server.history)
    return world if side is None else sent_to(world, SENT[1 - SENT.index(side)])


def settled(world: World) -> World:
    """The world that knows only of those requests where they went whose traces are still there."""
    history = world.server.history
    if not any(what == TO_SECOND for _, what in history):
        return world
    shorter = _shortened(history, _traces(world))
    return world if shorter == history else replace(world, server=replace(world.server, history=shorter))


def _shortened(history: History, numbers: list[int]) -> History:
    others = tuple(entry for entry in history if entry[1] not in SENT)
    kept: list[tuple[int, str]] = [(0, TO_FIRST)]
    for number in numbers:
        side = side_of(number, history)
        if side is not None and side != kept[-1][1]:
            kept.append((number - 1, side))
    return (*others, *kept)


def _traces(world: World) -> list[int]:
    """The numbers of the requests that anything in the world still names, and perhaps some more."""
    server = world.server
    things = (
        world.devices,
        world.known,
        (world.in_clear, world.logged, world.logged_urls, world.cached, world.passed, world.flights),
        (server.entries, server.stale, server.denials, server.remembered, server.seen),
    )
    return sorted(number for number in _numbers(things) if 0 < number <= server.requests)


def _numbers(thing: Any) -> frozenset[int]:
    if type(thing) is int:
        return frozenset((thing,))
    if type(thing) is tuple:
        return frozenset[int]().union(*map(_numbers, thing))
    return _numbers_in(thing) if isinstance(thing, Value) else frozenset()


@functools.lru_cache(maxsize=4096)
def _numbers_in(value: Value) -> frozenset[int]:
    return frozenset[int]().union(*(_numbers(getattr(value, name)) for name in value.__struct_fields__))
