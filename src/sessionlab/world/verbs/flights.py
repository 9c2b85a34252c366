"""Requests in flight: started, waiting at the server, finished later, with other requests in between."""

from __future__ import annotations

from sessionlab.browser.outgoing import FromPage
from sessionlab.design.design import Design
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.own_page import can_ask, held
from sessionlab.world.state import VICTIM, World
from sessionlab.world.verbs.verb import PEOPLE, TIME, YOU, Senseless, Verb

MOST_FLIGHTS = 3


def start_request(world: World, action: Action, design: Design) -> World | Senseless:
    """Start a slow request: it loads the session now, and answers (`write`: after writing) when it is finished."""
    device = world.device(action.actor)
    if held(device) is None or not can_ask(device, design):
        return Senseless("not_logged_in")
    if len(world.flights) >= MOST_FLIGHTS:
        return Senseless("too_many_in_flight", (MOST_FLIGHTS,))
    path = "/slow/read" if action.argument == "read" else "/slow/write"
    return replace(world, agenda=(FromPage(action.actor, path, halts=True),))


def finish_request(world: World, action: Action, design: Design) -> World | Senseless:
    """Let the oldest waiting request finish; its response arrives in the browser that asked."""
    return replace(world, finishing=True) if world.flights else Senseless("nothing_in_flight")


VERBS = (
    Verb("start_request", YOU, PEOPLE, start_request, ("", "write", "read"), "s"),
    Verb("finish_request", TIME, (VICTIM,), finish_request, (), "f"),
)
