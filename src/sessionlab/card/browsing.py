"""What both kinds of subject do alike with a browser: its copy, its flags, its request over plain http."""

from __future__ import annotations

from typing import Any

from sessionlab.browser.device import Device
from sessionlab.browser.outgoing import Send
from sessionlab.browser.user_agent import leave
from sessionlab.card.subject import COOKIE, KEPT, Copy, Piece
from sessionlab.cookies.jar import Cookie
from sessionlab.cookies.policy import BrowserPolicy
from sessionlab.design.space import SEED_LAB
from sessionlab.engine.cookie_out import SITE_DOMAIN
from sessionlab.http.message import Pairs, Request
from sessionlab.http.url import Url
from sessionlab.value import replace
from sessionlab.world.places import APP_HOST

HOSTS = {"app": APP_HOST, "sub": f"sub.{APP_HOST}"}
LOOSE: dict[str, dict[str, Any]] = {
    "http_only": {"http_only": False},
    "secure": {"secure": False},
    "same_site": {"same_site": "none"},
    "host_only": {"host_only": False, "domain": SITE_DOMAIN},
}
"""A cookie without a flag: what it has instead."""


def copy_of(device: Device, kept: tuple[Piece, ...] = ()) -> Copy:
    """Everything that a client holds: its jar, and what its script or program keeps."""
    return (*(Piece(cookie.name, cookie.value) for cookie in device.jar), *kept)


def cookies_in(copy: Copy) -> Pairs:
    """The cookies of a copy, as a request carries them."""
    return tuple((piece.name, piece.value) for piece in copy if piece.where == COOKIE)


def kept_in(copy: Copy) -> Piece | None:
    """What a script or a program kept, in a copy of everything."""
    return next((piece for piece in copy if piece.where == KEPT), None)


def holding(device: Device, copy: Copy, before: Device, now: int) -> Device:
    """The client with these values and no others.

    `before`: the client as it was when it held values of these names, with the attributes that they had there.
    """
    jar = tuple(_cookie(piece, before, now) for piece in copy if piece.where == COOKIE)
    kept = kept_in(copy)
    if kept is None:
        return replace(device.without_kept(), jar=jar)
    return replace(device, jar=jar, kept=kept.value, kept_in=before.kept_in, kept_refresh=before.kept_refresh)


def _cookie(piece: Piece, device: Device, now: int) -> Cookie:
    known = next((cookie for cookie in device.jar if cookie.name == piece.name), None)
    if known is not None:
        return replace(known, value=piece.value)
    return Cookie(piece.name, piece.value, APP_HOST, True, "/", True, True, "lax", creation=now, last_access=now)


def has_flag(device: Device, flag: str) -> bool:
    """Has a cookie of this browser that flag? What a browser does by default is no flag."""
    return any(getattr(cookie, flag) not in (False, "none", "unset") for cookie in device.jar)


def without_flag(device: Device, flag: str) -> Device:
    """The browser with a flag taken from all its cookies."""
    return replace(device, jar=tuple(replace(cookie, **LOOSE[flag]) for cookie in device.jar))


def plain_request(device: Device, host: str, policy: BrowserPolicy, now: int) -> Request:
    """What leaves a browser that is sent to a plain-http name of the application."""
    send = Send(device.name, "GET", Url("http", HOSTS[host], 80, "/"), "visit")
    # Nothing in a jar that stands for one application is still to be decided, so any design will do.
    return leave(device, send, policy, now, SEED_LAB)[1]
