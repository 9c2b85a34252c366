"""Refresh tokens in people's hands: exchange one, copy one, use one from two tabs."""

from __future__ import annotations

from typing import Any

from sessionlab.browser.device import Device
from sessionlab.browser.outgoing import FromPage, Send
from sessionlab.design.design import Design
from sessionlab.engine.refresh import COOKIE, FIELD, PATH
from sessionlab.tokens.terms import RefreshToken
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.own_page import can_ask
from sessionlab.world.places import app
from sessionlab.world.state import ATTACKER, VICTIM, World
from sessionlab.world.verbs.verb import PEOPLE, YOU, Senseless, Verb


def refresh_token_of(device: Device, design: Design) -> Any:
    """The refresh token that a browser holds, or None."""
    in_jar = next((cookie.value for cookie in device.jar if cookie.name == COOKIE), None)
    held = device.kept_refresh if in_jar is None else in_jar
    return None if held is None else design.settle(held)


def refresh(world: World, action: Action, design: Design) -> World | Senseless:
    """Exchange the refresh token for a new access token. The attacker does it with a copy, from a bare tool."""
    if action.actor == ATTACKER:
        known = next((value for value in reversed(world.known) if isinstance(value, RefreshToken)), None)
        return Senseless("nothing_known") if known is None else _with(world, known, ATTACKER, design)
    device = world.device(action.actor)
    token = refresh_token_of(device, design)
    if token is None or not can_ask(device, design):
        return Senseless("no_refresh_token")
    fields = () if device.kept_refresh is None else ((FIELD, token),)
    form = FromPage(action.actor, PATH, fields)
    if action.argument != "two_tabs":
        return replace(world, agenda=(form,))
    # Both tabs hold the same token; the second asks before it has seen the first one's answer.
    second = replace(_bare(token, action.actor, design), bare=False, cookies=())
    return replace(world, agenda=(form, replace(second, fields=((FIELD, token),), bare=True)))


def _with(world: World, token: RefreshToken, actor: str, design: Design) -> World:
    return replace(world, agenda=(replace(_bare(token, actor, design), learns=True),))


def _bare(token: RefreshToken, actor: str, design: Design) -> Send:
    return Send(actor, "POST", app(PATH, design), "visit", fields=((FIELD, token),), bare=True)


def copy_refresh_token(world: World, design: Design) -> World | Senseless:
    """Get a copy of the victim's refresh token."""
    token = refresh_token_of(world.device(VICTIM), design)
    return Senseless("nothing_to_copy") if token is None else world.learns(token)


VERBS = (Verb("refresh", YOU, PEOPLE, refresh, ("", "two_tabs"), "k"),)
