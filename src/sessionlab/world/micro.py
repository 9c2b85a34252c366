"""Micro-steps: a request leaves, is served, its response is taken in. Between any two, equal worlds can be merged."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.value import replace
from sessionlab.world.events import Event
from sessionlab.world.leaving import send_off
from sessionlab.world.receiving import receive
from sessionlab.world.serving import serve
from sessionlab.world.state import Underway, World


def advance(world: World, design: Design) -> tuple[World, Event]:
    """The next micro-step of the action under way."""
    wire = world.wire
    if wire is None:
        return send_off(replace(world, agenda=world.agenda[1:]), world.agenda[0], design)
    return serve(world, wire, design) if isinstance(wire, Underway) else receive(world, wire, design)
