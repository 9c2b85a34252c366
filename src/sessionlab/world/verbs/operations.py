"""Time passes, and operators do things on the server's side."""

from __future__ import annotations

from sessionlab.browser.device import Device
from sessionlab.cookies.evict import remove_expired
from sessionlab.design.design import Design
from sessionlab.engine import operations
from sessionlab.engine.durations import ABSOLUTE_LIMIT, IDLE_LIMIT
from sessionlab.engine.steps import Logic
from sessionlab.servers.simulated import run
from sessionlab.servers.state import VICTIM as VICTIMS_ACCOUNT
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.own_page import held, is_open, visit
from sessionlab.world.state import World
from sessionlab.world.verbs.verb import OPERATOR, TIME, Senseless, Verb

USUAL_WAIT = 600
LONGEST_WAIT = 400 * 86_400


def wait(world: World, action: Action, design: Design) -> World | Senseless:
    """Let seconds pass. A page's own timer may then sign its browser out; the server is not told."""
    clock = world.clock + int(action.argument or USUAL_WAIT)
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
    server = world.server
    if server.sessions and design.session_store == "process_memory":
        server = replace(server, sessions=())
    return replace(world, server=server, flights=())


def change_role(world: World, action: Action, design: Design) -> World | Senseless:
    """Give the victim's account another role."""
    return _operate(world, operations.change_role(VICTIMS_ACCOUNT, action.argument or "user"))


def disable_account(world: World, action: Action, design: Design) -> World | Senseless:
    """Disable the victim's account."""
    account = world.server.account(VICTIMS_ACCOUNT)
    if account is not None and not account.enabled:
        return Senseless("already_disabled")
    return _operate(world, operations.disable(VICTIMS_ACCOUNT, design))


def _operate(world: World, logic: Logic[None]) -> World:
    done = run(logic, world.server, world.server.requests, world.clock)
    return replace(world, server=done.state)


VERBS = (
    Verb("wait", TIME, (OPERATOR,), wait, ("NUMBER",), "t"),
    Verb("restart", TIME, (OPERATOR,), restart),
    Verb("change_role", TIME, (OPERATOR,), change_role, ("", "user", "admin")),
    Verb("disable_account", TIME, (OPERATOR,), disable_account),
)
