"""`apply`: the only function that changes a world."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.events import Event, Exchange, Refusal, Served, Transition
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
    exchanges: list[Exchange] = []
    events: list[Event] = []
    start, served, current = world, None, begun
    while current.busy:
        current, event = step(current, design)
        events.append(event)
        if type(event) is Served:
            served = event
        # With nothing left on the wire, an exchange is over: answered, waiting, or not even heard.
        if served is not None and current.wire is None:
            exchanges.append(_exchange(action, start, current, served))
            start, served = current, None
    return Transition(current, tuple(exchanges), tuple(events))


def _exchange(action: Action, start: World, after: World, served: Served) -> Exchange:
    return Exchange(
        action,
        start,
        after,
        served.send,
        served.request,
        served.steps,
        served.response,
        served.listening,
        waits=served.listening and served.response is None,
    )
