"""The world: three browsers, what the attacker knows, the server, the clock."""

from __future__ import annotations

from typing import Any

from sessionlab.browser.device import Device
from sessionlab.browser.outgoing import FramedClick, FromPage, ProviderForm, Send
from sessionlab.cookies.policy import CHROMIUM_156, BrowserPolicy
from sessionlab.http.message import Pairs, Request, Response
from sessionlab.servers.simulated import Answered
from sessionlab.servers.state import ServerState
from sessionlab.tokens.credentials import is_presentable
from sessionlab.tokens.terms import SessionId
from sessionlab.value import Value, replace

VICTIM, DEVICE2, ATTACKER = "victim", "device2", "attacker"
DEVICES = (VICTIM, DEVICE2, ATTACKER)
_PLACES = {name: place for place, name in enumerate(DEVICES)}
START = 1_798_797_600
"""Friday, 1 January 2027, 10:00:00 GMT: the lab's clock at the beginning of every play."""


Planned = Send | FromPage | FramedClick | ProviderForm


class Underway(Value):
    """A request on its way to the server."""

    send: Send
    request: Request


class Returning(Value):
    """A response on its way back."""

    send: Send
    request: Request
    response: Response


class Flight(Value):
    """A request that waits at the server: how far it came, and its response if it finished meanwhile."""

    send: Send
    request: Request
    number: int
    steps: Answered
    holds: tuple[SessionId, ...] = ()
    response: Response | None = None


class Answer(Value):
    """What the last response said, as far as questions about the world need it.

    `remembers`: whether it handed out a lasting login cookie.
    """

    device: str
    bare: bool
    status: int
    content: str
    user: str | None
    form_token: Any = None
    onward: Pairs = ()
    ground: str = ""
    remembers: bool = False


class World(Value):
    """Everything at one moment. `agenda`: requests that the action under way still has to make.

    `unwatched`: browsers at which nobody will look again; they take nothing in any more (for the explorer).
    `passing`: that request whole.
    `known`: what the attacker knows, oldest first. `in_clear`: credentials that crossed the network unencrypted.
    `logged_urls`, `logged`: credentials in URLs and in headers that a log may hold. `passed`: what
    the user's last request showed. `cached`: credentials in responses
    that a shared cache may keep.
    """

    clock: int = START
    devices: tuple[Device, ...] = tuple(Device(name) for name in DEVICES)
    server: ServerState = ServerState()
    known: tuple[Any, ...] = ()
    in_clear: tuple[Any, ...] = ()
    logged_urls: tuple[Any, ...] = ()
    logged: tuple[Any, ...] = ()
    cached: tuple[Any, ...] = ()
    passed: tuple[Any, ...] = ()
    passing: Request | None = None
    agenda: tuple[Planned, ...] = ()
    wire: Underway | Returning | None = None
    flights: tuple[Flight, ...] = ()
    finishing: bool = False
    unwatched: tuple[str, ...] = ()
    last: Answer | None = None
    policy: BrowserPolicy = CHROMIUM_156
    plaintext_reachable: bool = True

    def device(self, name: str) -> Device:
        """The browser of that name."""
        return self.devices[_PLACES[name]]

    def with_device(self, device: Device, **changes: Any) -> World:
        """The world with one browser replaced, and with changes to its other fields."""
        known = self.devices[_PLACES[device.name]]
        if known is not device:
            changes["devices"] = tuple([device if one is known else one for one in self.devices])
        return replace(self, **changes) if changes else self

    def learns(self, *values: Any) -> World:
        """The world in which the attacker knows these values too; the newest stands last."""
        fresh = tuple(value for value in dict.fromkeys(values) if value is not None)
        if not fresh:
            return self
        return replace(self, known=(*(value for value in self.known if value not in fresh), *fresh))

    @property
    def usable(self) -> Any:
        """The newest value that the attacker knows and could present as a login, or None."""
        return next((value for value in reversed(self.known) if is_presentable(value)), None)

    @property
    def busy(self) -> bool:
        """Is an action still under way?"""
        return self.finishing or self.wire is not None or bool(self.agenda)
