"""`apply`: the only function that changes a world."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.events import Event, Exchange, Left, Received, Refusal, Served, Transition
from sessionlab.world.micro import advance, finish
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
    exchanges: list[Exchange] = []
    events: list[Event] = []
    start = world
    current = begun
    while current.busy:
        before = current
        current, event = step(current, design)
        events.append(event)
        if isinstance(event, Left):
            exchanges.append(Exchange(action, start, current, event.send, event.request))
        elif isinstance(event, Served):
            exchanges[-1:] = (_served(exchanges, event, action, before, current),)
        elif isinstance(event, Received):
            exchanges[-1] = replace(exchanges[-1], after=current)
        start = current
    return Transition(current, tuple(exchanges), tuple(events))


def _served(exchanges: list[Exchange], event: Served, action: Action, before: World, after: World) -> Exchange:
    known = exchanges[-1] if exchanges else Exchange(action, before, after, event.send, event.request)
    return replace(
        known,
        after=after,
        steps=event.steps,
        response=event.response,
        listening=event.listening,
        waits=event.listening and event.response is None,
    )
