"""Time passes, and operators do things on the server's side."""

from __future__ import annotations

import math

from sessionlab.browser.device import Device
from sessionlab.cookies.evict import remove_expired
from sessionlab.design.design import Design
from sessionlab.engine import operations
from sessionlab.engine.durations import ABSOLUTE_LIMIT, IDLE_LIMIT, LEEWAY
from sessionlab.engine.steps import Logic, Note
from sessionlab.servers.fleet import (
    NEW_KEY,
    RESTART_ALL,
    RESTART_ONE,
    SENT,
    TO_FIRST,
    TO_SECOND,
    TURN_SKIPPED,
    side_of,
    survives,
    turn,
)
from sessionlab.servers.simulated import run
from sessionlab.servers.state import VICTIM as VICTIMS_ACCOUNT
from sessionlab.tokens.terms import Token
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.own_page import held, is_open, visit
from sessionlab.world.state import VICTIM, World
from sessionlab.world.verbs.refreshing import refresh_token_of
from sessionlab.world.verbs.verb import OPERATOR, TIME, Senseless, Verb

USUAL_WAIT = 600
SLOW = 120
LONGER_THAN_TOKENS = 4200
LONGEST_WAIT = 400 * 86_400


def wait(world: World, action: Action, design: Design) -> World | Senseless:
    """Let seconds pass. A page's own timer may then sign its browser out; the server is not told."""
    return _at(world.clock + int(action.argument or USUAL_WAIT), world, design)


def wait_past(world: World, action: Action, design: Design) -> World | Senseless:
    """Let time pass until the token that the attacker knows has just expired.

    `token_end`: until it has by every clock that may be consulted, a slow one and one that is taken with leeway. What
    never expires by itself is given longer than any token of the lab that does.
    """
    token = world.usable
    expiry = design.settle(token.claims.exp) if isinstance(token, Token) else math.inf
    if expiry == math.inf:
        return _at(world.clock + LONGER_THAN_TOKENS, world, design)
    grace = max(LEEWAY.values()) + world.server.slow if action.argument == "token_end" else 0
    return _at(max(world.clock, int(expiry) + grace + 1), world, design)


def _at(clock: int, world: World, design: Design) -> World:
    devices = tuple(
        replace(device, jar=remove_expired(device.jar, clock, design.view)[0]) if device.jar else device
        for device in world.devices
    )
    due = tuple(visit(device, "/signed-out", design) for device in devices if _timer_rings(device, clock, design))
    return replace(world, clock=clock, devices=devices, agenda=due)


def _timer_rings(device: Device, clock: int, design: Design) -> bool:
    if device.signed_in is None or not is_open(device) or held(device) is None:
        return False
    if clock - device.used >= IDLE_LIMIT and design.idle_timeout == "client_side":
        return True
    return bool(clock - device.signed_in >= ABSOLUTE_LIMIT and design.absolute_timeout == "client_side")


def restart(world: World, action: Action, design: Design) -> World | Senseless:
    """Restart the application: what lives in its memory is gone, and so are the requests that waited in it."""
    what = RESTART_ONE if action.argument == "one" else RESTART_ALL
    server = replace(world.server, history=(*world.server.history, (world.server.requests, what)))
    left = tuple(entry for entry in server.entries if survives(entry.place, server.history, design))
    return replace(world, server=replace(server, entries=left), flights=())


def other_instance(world: World, action: Action, design: Design) -> World | Senseless:
    """The next request meets the instance that did not serve the last one; `same`: once more the one that did.

    By turns that is so anyway, or takes a turn that is passed over; a sticky balancer does not let itself be moved.
    `first`, `second`: from now on all requests meet that one.
    """
    server = world.server
    if action.argument in SIDES:
        return sent_to(world, SIDES[action.argument])
    side = side_of(server.requests + 1, server.history)
    if side is not None:
        return world if action.argument == "same" else sent_to(world, SENT[1 - SENT.index(side)])
    other = (turn(server.requests + 1, server.history) - turn(server.requests, server.history)) % 2 == 1
    if other == (action.argument != "same"):
        return world
    passed = (server.requests, TURN_SKIPPED)
    return replace(world, server=replace(server, history=(*server.history, passed)))


SIDES = {"first": TO_FIRST, "second": TO_SECOND}


def sent_to(world: World, side: str) -> World:
    """The world in which the balancer sends all requests from now on to that instance."""
    server = world.server
    if side_of(server.requests + 1, server.history) == side:
        return world
    return replace(world, server=replace(server, history=(*server.history, (server.requests, side))))


def clear_store(world: World, action: Action, design: Design) -> World | Senseless:
    """Delete every session record, as an operator may."""
    if not world.server.entries:
        return Senseless("store_empty")
    return replace(world, server=replace(world.server, entries=(), stale=()))


def evict(world: World, action: Action, design: Design) -> World | Senseless:
    """Memory runs short: the oldest record and the oldest denial go, if the store does such things."""
    server = world.server
    if not (server.entries or server.denials):
        return Senseless("store_empty")
    if not design.store_evicts_live_entries:
        return Senseless("store_keeps_everything")
    return replace(world, server=replace(server, entries=server.entries[1:], denials=server.denials[1:]))


def rotate_key(world: World, action: Action, design: Design) -> World | Senseless:
    """Change the signing key: whatever was signed with the old one is worthless."""
    server = world.server
    return replace(world, server=replace(server, history=(*server.history, (server.requests, NEW_KEY))))


def denylist_outage(world: World, action: Action, design: Design) -> World | Senseless:
    """The denylist cannot be asked any more; doing it again ends the outage."""
    return replace(world, server=replace(world.server, outage=not world.server.outage))


def slow_clock(world: World, action: Action, design: Design) -> World | Senseless:
    """The server's clock falls behind."""
    return replace(world, server=replace(world.server, slow=int(action.argument or SLOW)))


def change_role(world: World, action: Action, design: Design) -> World | Senseless:
    """Give the victim's account another role."""
    return _operate(world, operations.change_role(VICTIMS_ACCOUNT, action.argument or "user"), design)


def disable_account(world: World, action: Action, design: Design) -> World | Senseless:
    """Disable the victim's account."""
    account = world.server.account(VICTIMS_ACCOUNT)
    if account is not None and not account.enabled:
        return Senseless("already_disabled")
    return _operate(world, operations.disable(VICTIMS_ACCOUNT, design), design)


def revoke_credential(world: World, action: Action, design: Design) -> World | Senseless:
    """End the victim's session from outside, as an administrator or from a list of sessions would.

    `refresh`: take back the refresh token alone, as its own endpoint does (RFC 7009 2.1).
    """
    if action.argument == "refresh":
        return _refresh_taken_back(world, design)
    credential = held(world.device(VICTIM))
    if credential is None:
        return Senseless("not_logged_in")
    done = run(
        operations.revoke_credential(credential, VICTIMS_ACCOUNT, design),
        world.server,
        world.server.requests,
        world.clock,
        design,
    )
    why_not = next((step.code for step, _ in done.steps if isinstance(step, Note)), None)
    return replace(world, server=done.state) if why_not is None else Senseless(why_not)


def _refresh_taken_back(world: World, design: Design) -> World | Senseless:
    token = refresh_token_of(world.device(VICTIM), design)
    if token is None:
        return Senseless("no_refresh_token")
    return _operate(world, operations.revoke_refresh_token(token), design)


def _operate(world: World, logic: Logic[None], design: Design) -> World:
    done = run(logic, world.server, world.server.requests, world.clock, design)
    return replace(world, server=done.state)


VERBS = (
    Verb("wait", TIME, (OPERATOR,), wait, ("NUMBER",), "t"),
    Verb("wait_past", TIME, (OPERATOR,), wait_past, ("", "token_expiry", "token_end")),
    Verb("restart", TIME, (OPERATOR,), restart, ("", "one")),
    Verb("other_instance", TIME, (OPERATOR,), other_instance, ("", "same", *SIDES)),
    Verb("clear_store", TIME, (OPERATOR,), clear_store),
    Verb("evict", TIME, (OPERATOR,), evict),
    Verb("rotate_key", TIME, (OPERATOR,), rotate_key),
    Verb("denylist_outage", TIME, (OPERATOR,), denylist_outage),
    Verb("slow_clock", TIME, (OPERATOR,), slow_clock, ("NUMBER",)),
    Verb("change_role", TIME, (OPERATOR,), change_role, ("", "user", "admin")),
    Verb("disable_account", TIME, (OPERATOR,), disable_account),
    Verb("revoke_credential", TIME, (OPERATOR,), revoke_credential, ("", "refresh")),
)
