"""What a person does in DevTools: delete a cookie from the jar, put it back."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.tokens.credentials import is_credential
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.state import World
from sessionlab.world.verbs.verb import PEOPLE, YOU, Senseless, Verb


def delete_cookie(world: World, action: Action, design: Design) -> World | Senseless:
    """Delete the login cookies from this browser. Nothing else happens: the server is not told."""
    device = world.device(action.actor)
    gone = tuple(cookie for cookie in device.jar if is_credential(cookie.value))
    if not gone:
        return Senseless("no_cookie_to_delete")
    jar = tuple(cookie for cookie in device.jar if cookie not in gone)
    return world.with_device(replace(device, jar=jar, deleted=gone))


def restore_cookie(world: World, action: Action, design: Design) -> World | Senseless:
    """Put back what was deleted by hand, as it was."""
    device = world.device(action.actor)
    if not device.deleted:
        return Senseless("nothing_deleted")
    names = tuple(cookie.name for cookie in device.deleted)
    jar = (*(cookie for cookie in device.jar if cookie.name not in names), *device.deleted)
    return world.with_device(replace(device, jar=jar, deleted=()))


VERBS = (
    Verb("delete_cookie", YOU, PEOPLE, delete_cookie, (), "d"),
    Verb("restore_cookie", YOU, PEOPLE, restore_cookie),
)
