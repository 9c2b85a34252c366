"""`apply`: the only function that changes a world."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.events import Event, Exchange, Left, Refusal, Served, Transition
from sessionlab.world.micro import advance
from sessionlab.world.serving import finish
from sessionlab.world.state import World
from sessionlab.world.verbs import verb_named
from sessionlab.world.verbs.verb import Senseless


def begin(world: World, action: Action, design: Design) -> World | Senseless:
    """The world with an action begun: what happens at once is done, its requests stand on the agenda."""
    return verb_named(action.verb).begin(world, action, design)


def step(world: World, design: Design) -> tuple[World, Event]:
    """The next micro-step of a world in which something is under way."""
    if world.finishing:
        return finish(replace(world, finishing=False), design)
    return advance(world, design)


def apply(world: World, action: Action, design: Design) -> Transition:
    """Do an action to its end. Pure: the same arguments always give the same transition.

    A refused action is a transition with a `refusal`; nothing has changed.
    """
    begun = begin(world, action, design)
    if isinstance(begun, Senseless):
        return Transition(world, refusal=Refusal(action, begun.code, begun.about))
    if not begun.busy:
        return Transition(begun, (Exchange(action, world, begun),))
    trail: list[tuple[World, Event, World]] = []
    current = begun
    while current.busy:
        before = current
        current, event = step(current, design)
        trail.append((before, event, current))
    # What an action does at once belongs to its first exchange.
    trail[0] = (world, trail[0][1], trail[0][2])
    return Transition(current, _exchanges(action, trail), tuple([event for _, event, _ in trail]))


def _exchanges(action: Action, trail: list[tuple[World, Event, World]]) -> tuple[Exchange, ...]:
    """What happened as exchanges: each begins when a request leaves, or when one that had waited is served at last."""
    found: list[Exchange] = []
    start, served = trail[0][0], None
    for place, (before, event, after) in enumerate(trail):
        if type(event) is Left:
            start, served = before, None
        elif type(event) is Served:
            served = event
        following = trail[place + 1][1] if place + 1 < len(trail) else None
        if following is None or type(following) is Left:
            found.append(_exchange(action, start, after, event, served))
    return tuple(found)


def _exchange(action: Action, start: World, after: World, event: Event, served: Served | None) -> Exchange:
    if served is None:
        return Exchange(action, start, after, event.send, event.request)
    waits = served.listening and served.response is None
    return Exchange(
        action, start, after, event.send, event.request, served.steps, served.response, served.listening, waits
    )
