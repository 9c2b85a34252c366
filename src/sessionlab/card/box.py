"""A running application as a closed box: what is sent to it, what comes back, and how it wants to be spoken to."""

from __future__ import annotations

import json
from typing import Any, Protocol

from sessionlab.http.raw import RawRequest, RawResponse
from sessionlab.http.url import Url
from sessionlab.servers.state import ATTACKER, PASSWORDS, VICTIM
from sessionlab.value import Value
from sessionlab.world.places import APP_HOST


class Box(Protocol):
    """What every closed box can do.

    It may have more, each under its own name, and what it has not is not offered: `wait(seconds)`, `restart()`, and for
    slow requests `begin(raw)`, which gives a number or None if it was answered at once, and `finish(number)`.
    """

    def now(self) -> float:
        """The second at which it is asked, for the lifetimes of cookies."""

    def exchange(self, raw: RawRequest) -> RawResponse:
        """Send a request and wait for its response."""


class Said(Value):
    """What a response says, as far as the experiments want to know it.

    `kept`: how many things the session keeps. `token`: a credential for the script to keep, "" to forget it.
    """

    user: str | None = None
    role: str | None = None
    kept: int = 0
    form_token: str | None = None
    token: str | None = None


class Profile(Value):
    """How one application is spoken to: its origin, its people, its paths, and the names of its fields.

    `transport`, `storage`: where the client's script carries and keeps a token, if the application hands one out.
    """

    origin: Url = Url("https", APP_HOST, 443)
    user: str = VICTIM
    password: str = dict(PASSWORDS)[VICTIM]
    other: str = ATTACKER
    other_password: str = dict(PASSWORDS)[ATTACKER]
    transport: str = "cookie"
    storage: str = "cookie_jar"
    login: str = "/login"
    me: str = "/me"
    logout: str = "/logout"
    read: str = "/read"
    password_path: str = "/password"
    action: str = "/action"
    slow: tuple[tuple[str, str], ...] = (("write", "/slow/write"), ("read", "/slow/read"))


FORGET = "forget"


def said(raw: RawResponse) -> Said:
    """What an answer of the lab's own applications says; nothing, where it is not of their kind."""
    try:
        told = json.loads(raw.body)
    except ValueError:
        return Said()
    if not isinstance(told, dict):
        return Said()
    details = told.get("details") or []
    second = details[1] if len(details) > 1 else None
    token = told.get("token")
    return Said(
        user=_text(told.get("user")) if raw.status == 200 else None,
        role=_text(second),
        kept=second if isinstance(second, int) else 0,
        form_token=_text(told.get("form_token")),
        token="" if token == FORGET else _text(token),
    )


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
