"""Instances behind a balancer: which one serves, what it sees of the others' records, whose signatures it accepts.

Nothing about instances is written into the world: a thing names the request that made it, a history says what happened
between the requests, and which instance that was follows from the design when somebody decides by it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sessionlab.design.design import Design
from sessionlab.value import Value

TOPOLOGY = ("app_instances", "load_balancing")
SIGHT = (*TOPOLOGY, "store_scope", "session_store")
INSTANCES = ("A", "B")
REPLICATION_DELAY = 1
"""Seconds after which an asynchronous replica has caught up."""

RESTART_ALL, RESTART_ONE, NEW_KEY, TURN_SKIPPED = "restart_all", "restart_one", "new_key", "turn_skipped"
TO_FIRST, TO_SECOND = "to_first", "to_second"
SENT = (TO_FIRST, TO_SECOND)
History = tuple[tuple[int, str], ...]
"""What operators did, oldest first: how many requests there had been, and what was done then."""


class Place(Value):
    """When a record was written: by which request, in which second.

    `gone`: the second at which the primary lost or replaced it; a replica may show it a little longer.
    """

    number: int
    at: int
    gone: int | None = None


def turn(number: int, history: History) -> int:
    """The balancer's turn that a request was: its number, and the turns that were passed over before it.

    Where the balancer sends everything to one instance for a while, every turn is a turn of that one.
    """
    if not history:
        return number
    side = side_of(number, history)
    if side is not None:
        return 1 + SENT.index(side)
    return number + sum(what == TURN_SKIPPED and before < number for before, what in history)


def side_of(number: int, history: History) -> str | None:
    """The one instance that the balancer sent everything to when it sent this request, or None if it went by turns."""
    sides = [what for before, what in history if what in SENT and before < number]
    return sides[-1] if sides else None


def instance(app_instances: str, load_balancing: str, turn: int) -> int:
    """Which instance serves the balancer's turn. Sticky: everybody's first instance, for as long as it lives."""
    return (turn + 1) % 2 if app_instances == "two" and load_balancing == "round_robin" else 0


def instance_name(number: int, history: History, design: Design) -> str:
    """The name of the instance that serves a request, for display."""
    return INSTANCES[design.settle(design.later(TOPOLOGY, instance, turn(number, history)))]


def restarted(where: int, number: int, history: History) -> bool:
    """Has that instance been started again since a request?"""
    return any(
        before >= number and (what == RESTART_ALL or (what == RESTART_ONE and where == 0)) for before, what in history
    )


def sees(place: Place, number: int, now: int, history: History, design: Design) -> bool:
    """Does the instance that serves a request see a record written at that place?"""
    if place.number == number:
        return place.gone is None
    return bool(design.settle(design.later(SIGHT, _sees, place, number, now, history)))


def _sees(
    app_instances: str,
    load_balancing: str,
    store_scope: str,
    session_store: str,
    place: Place,
    number: int,
    now: int,
    history: History,
) -> bool:
    if not history and app_instances == "one" and store_scope != "replicated_async":
        return place.gone is None
    theirs = instance(app_instances, load_balancing, turn(place.number, history))
    ours = instance(app_instances, load_balancing, turn(number, history))
    if session_store == "process_memory" and restarted(theirs, place.number, history):
        return False
    if store_scope == "replicated_async":
        # Reads are spread over primary and replica, however many instances ask.
        theirs, ours = turn(place.number, history) % 2, turn(number, history) % 2
    return _visible(theirs, ours, store_scope, place, now)


def _visible(theirs: int, ours: int, store_scope: str, place: Place, now: int) -> bool:
    if theirs == ours or store_scope == "shared":
        return place.gone is None
    if store_scope == "per_instance":
        return False
    return now >= place.at + REPLICATION_DELAY and (place.gone is None or now < place.gone + REPLICATION_DELAY)


def has_key(
    made: Any, number: int, history: History, design: Design, switch: str, needed: Callable[[Any], bool]
) -> bool:
    """Does the instance that serves a request have the key with which request `made` signed something?

    `switch`, `needed`: whether the design looks at the signature at all; where it does not, any key will do.
    """
    if not isinstance(made, int) or made == number:
        return True
    switches = (switch, *TOPOLOGY, "signing_key_scope")
    return bool(design.settle(design.later(switches, _has_key, needed, made, number, history)))


def _has_key(
    value: Any,
    app_instances: str,
    load_balancing: str,
    scope: str,
    needed: Callable[[Any], bool],
    made: int,
    number: int,
    history: History,
) -> bool:
    if not needed(value):
        return True
    if any(what == NEW_KEY and before >= made for before, what in history):
        return False
    if scope == "shared":
        return True
    theirs = instance(app_instances, load_balancing, turn(made, history))
    if theirs != instance(app_instances, load_balancing, turn(number, history)):
        return False
    return scope == "per_instance" or not restarted(theirs, made, history)


def same_instance(number: int, other: int, history: History, design: Design) -> bool:
    """Did two requests go to the same instance?"""
    if number == other:
        return True
    here, there = turn(number, history), turn(other, history)
    return bool(design.settle(design.later(TOPOLOGY, _same_instance, here, there)))


def _same_instance(app_instances: str, load_balancing: str, here: int, there: int) -> bool:
    return instance(app_instances, load_balancing, here) == instance(app_instances, load_balancing, there)


def same_store(number: int, other: int, history: History, design: Design) -> bool:
    """Do two requests ask the same store, and so wait for each other's locks?"""
    here, there = turn(number, history), turn(other, history)
    return bool(design.settle(design.later((*TOPOLOGY, "store_scope"), _same_store, here, there)))


def _same_store(app_instances: str, load_balancing: str, store_scope: str, here: int, there: int) -> bool:
    return store_scope != "per_instance" or _same_instance(app_instances, load_balancing, here, there)


def survives(place: Place, history: History, design: Design) -> bool:
    """Is a record still there after restarts: in the memory of the instance that wrote it, or outside?"""
    if not any(before >= place.number and what in (RESTART_ALL, RESTART_ONE) for before, what in history):
        return True
    return bool(design.settle(design.later((*TOPOLOGY, "session_store"), _survives, place, history)))


def _survives(app_instances: str, load_balancing: str, session_store: str, place: Place, history: History) -> bool:
    home = instance(app_instances, load_balancing, turn(place.number, history))
    return session_store != "process_memory" or not restarted(home, place.number, history)


def key_name(number: int, history: History, design: Design) -> str:
    """The name of the key with which a request signs, for display; "" for the first one that all share."""
    changes = sum(what == NEW_KEY and before < number for before, what in history)
    parts = [str(changes + 1)] if changes else []
    if design.signing_key_scope != "shared":
        where = instance(design.app_instances, design.load_balancing, turn(number, history))
        starts = sum(
            before < number and (what == RESTART_ALL or (what == RESTART_ONE and where == 0))
            for before, what in history
        )
        parts += [INSTANCES[where]] if where else []
        parts += [f"start{starts}"] if starts and design.signing_key_scope == "random_at_start" else []
    return "-".join(parts)


def seen_by(place: Place, now: int, history: History, design: Design) -> tuple[str, ...]:
    """The names of the instances that see a record written at that place, for display."""
    theirs = instance(design.app_instances, design.load_balancing, turn(place.number, history))
    if design.session_store == "process_memory" and restarted(theirs, place.number, history):
        return ()
    here = (0, 1) if design.app_instances == "two" else (0,)
    return tuple(INSTANCES[one] for one in here if _visible(theirs, one, design.store_scope, place, now))
