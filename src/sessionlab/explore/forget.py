"""What no later action of a recipe can use is forgotten, so that more worlds are equal."""

from __future__ import annotations

from sessionlab.browser.device import Device
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.state import ATTACKER, DEVICES, VICTIM, World

OF_THE_ATTACKER_ALONE = ("replay", "alter", "observe_network")
OF_BOTH = ("plant_cookie", "run_script", "subdomain_request")


WHOLE_REQUEST = ("same_bytes", "altered_body", "altered_target")
"""Ways of a replay that send a request again as it was seen, or most of it."""


def devices_used(actions: tuple[Action, ...]) -> frozenset[str]:
    """The browsers that these actions look at."""
    used: set[str] = set()
    for action in actions:
        used |= _named_by_hand(action)
        if action.verb == "alter" or action.verb in OF_BOTH:
            used.add(ATTACKER)
        if action.verb == "revoke_credential":
            used.add(VICTIM)
        if action.verb == "copy_credential":
            used.add(action.argument if action.argument in DEVICES else VICTIM)
        elif action.verb not in OF_THE_ATTACKER_ALONE and action.actor == ATTACKER and _works_on_the_victim(action):
            used.add(VICTIM)
        elif action.actor in DEVICES and action.verb not in OF_THE_ATTACKER_ALONE:
            used.add(action.actor)
    return frozenset(used)


OWN = ("visit", "login", "me", "logout", "action", "reload", "close_browser", "start_request")
BY_HAND = ("delete_cookie", "restore_cookie", "edit_cookie")


def _works_on_the_victim(action: Action) -> bool:
    return action.verb not in (*OWN, *BY_HAND)


def _named_by_hand(action: Action) -> set[str]:
    """Browsers that an edit by hand names: where a value comes from, or whose record is meant."""
    if action.verb == "edit_cookie":
        return {action.argument.rpartition(":")[2]} & set(DEVICES)
    if action.verb in ("delete_record", "edit_record"):
        return {action.argument.partition(".")[0] or VICTIM} & set(DEVICES)
    return set()


def forget(world: World, later: tuple[Action, ...], watches: tuple[str, ...] = ()) -> World:
    """The world without what none of the later actions can use, and no goal that `watches` these browsers."""
    used = devices_used(later) | frozenset(watches)
    times = any(action.verb in ("wait", "wait_past") for action in later)
    devices = tuple(_kept(device, times) if device.name in used else Device(device.name) for device in world.devices)
    reads_logs = any(action.verb == "read_log" for action in later)
    listens = any(action.verb == "observe_network" for action in later)
    return replace(
        world,
        devices=devices,
        in_clear=world.in_clear if listens else (),
        logged_urls=world.logged_urls if reads_logs else (),
        logged=world.logged if reads_logs else (),
        cached=world.cached if any(action.argument == "through_cache" for action in later) else (),
        passed=world.passed if any(action.argument == "one_request" for action in later) else (),
        passing=world.passing if any(action.argument in WHOLE_REQUEST for action in later) else None,
        last=None if later else world.last,
        unwatched=(),
    )


def unwatch(world: World, later: tuple[Action, ...], watches: tuple[str, ...] = ()) -> World:
    """The world whose last request of an action is under way: browsers that nobody looks at later take nothing in."""
    if world.agenda:
        return world
    used = devices_used(later) | frozenset(watches)
    return replace(world, unwatched=tuple(name for name in DEVICES if name not in used))


def _kept(device: Device, times: bool) -> Device:
    return device if times else replace(device, signed_in=None, used=0)
