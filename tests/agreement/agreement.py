"""Play the same under the same design in the simulation and with a real server, and tell where they part."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from sessionlab.cookies.policy import CHROMIUM_156, BrowserPolicy
from sessionlab.design.design import Design
from sessionlab.world.action import Action
from sessionlab.world.apply import apply
from sessionlab.world.events import Transition
from sessionlab.world.state import World
from sessionlab.world.verbs.verb import Senseless
from tests.agreement.real_world import RealWorld, Seen
from tests.agreement.same import Names


def disagreements(
    design: Design,
    actions: Sequence[Action],
    loop: asyncio.AbstractEventLoop,
    policy: BrowserPolicy = CHROMIUM_156,
    connect: Callable[[RealWorld], None] | None = None,
) -> list[str]:
    """What differs after the first action after which anything differs; nothing if the plays are the same.

    `connect`: makes the real world send its requests in another way than by a call in this process.
    """
    world = World(policy=policy)
    real = RealWorld(design, loop, policy)
    if connect is not None:
        connect(real)
    names = Names(real.reader, design)
    try:
        for number, action in enumerate(actions):
            transition = apply(world, action, design)
            seen = real.apply(action)
            world = transition.world
            names.history = world.server.history
            found = _of_action(transition, seen, names) or _of_worlds(world, real.world, names)
            if found:
                return [f"after action {number}, {action}: {text}" for text in found]
        return []
    finally:
        real.end()


def _of_action(transition: Transition, seen: tuple[Seen, ...] | Senseless, names: Names) -> list[str]:
    if transition.refusal is not None or isinstance(seen, Senseless):
        refused = transition.refusal and transition.refusal.code
        really = seen.code if isinstance(seen, Senseless) else None
        return [] if refused == really else [f"refused because of {refused}, really because of {really}"]
    exchanges = tuple(each for each in transition.exchanges if each.request is not None)
    if len(exchanges) != len(seen):
        return [f"{len(exchanges)} exchanges are really {len(seen)}"]
    found = []
    for exchange, one in zip(exchanges, seen, strict=True):
        found += names.differences(exchange.request, one.request, "request")
        found += names.differences(_told(exchange.response), _told(one.response), "response")
    return found


def _told(response: object) -> tuple[object, ...] | None:
    """What a response says, without its cookies, which are compared in the jar."""
    told = ("status", "content", "details", "token", "refresh_token", "form_token", "user", "ground")
    return None if response is None else tuple(getattr(response, name) for name in told)


def _of_worlds(world: World, real: World, names: Names) -> list[str]:
    done = tuple(flight.response is not None for flight in world.flights)
    really_done = tuple(flight.response is not None for flight in real.flights)
    found = [] if done == really_done else [f"flights done: {done}, really {really_done}"]
    return [*found, *names.differences(world, real, "world"), *_of_denylists(world, real, names)]


def _of_denylists(world: World, real: World, names: Names) -> list[str]:
    """Entries whose time has passed mean nothing; a real list drops them sooner or later."""
    here, there = (tuple(entry for entry in one.server.denials if entry.until > world.clock) for one in (world, real))
    listed = names.each_once(here)
    if len(listed) != len(there):
        return [f"denied: {listed}, really {there}"]
    return [text for one, other in zip(listed, there, strict=True) for text in names.denied(one, other)]
