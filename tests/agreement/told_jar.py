"""The simulation's cookies in the form in which Chromium's developer tools tell theirs."""

from __future__ import annotations

from typing import Any

from sessionlab.cookies.jar import Cookie
from sessionlab.world.state import World


def simulated_jar(world: World, device: str) -> set[tuple[Any, ...]]:
    """The simulation's cookies in the same form; unset SameSite is told as Lax by the developer tools' protocol."""
    return {_as_told(cookie) for cookie in world.device(device).jar}


def _as_told(cookie: Cookie) -> tuple[Any, ...]:
    return (
        cookie.name,
        cookie.domain if cookie.host_only else "." + cookie.domain,
        cookie.path,
        cookie.http_only,
        cookie.secure,
        "Lax" if cookie.same_site == "unset" else cookie.same_site.capitalize(),
        cookie.persistent,
    )
