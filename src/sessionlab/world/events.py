"""What happened, as data: the micro-steps of an action, and the exchanges that they add up to."""

from __future__ import annotations

from typing import Any

from sessionlab.browser.outgoing import Send
from sessionlab.http.message import Request, Response
from sessionlab.servers.simulated import Answered
from sessionlab.value import Value
from sessionlab.world.action import Action
from sessionlab.world.state import World


class Left(Value):
    """A request left a browser."""

    send: Send
    request: Request


class Served(Value):
    """The server worked on a request. `response` is None while it waits; `listening` is False if nobody answered."""

    send: Send
    request: Request
    steps: Answered
    response: Response | None
    listening: bool = True


class Received(Value):
    """A response came back."""

    send: Send
    request: Request
    response: Response


Event = Left | Served | Received


class Exchange(Value):
    """One request with everything that came of it; also an act without a request (`request` is None).

    `before`: the world just before the request left. `after`: the world when its response had been taken in. Why a
    cookie was withheld or refused is not stored here: it follows from these, and is worked out when somebody looks.
    """

    action: Action
    before: World
    after: World
    send: Send | None = None
    request: Request | None = None
    steps: Answered = ()
    response: Response | None = None
    listening: bool = True
    waits: bool = False


class Refusal(Value):
    """An action that makes no sense now, and why: a code of the catalogue (`refusal.*`)."""

    action: Action
    code: str
    about: tuple[Any, ...] = ()


class Transition(Value):
    """What an action did. A refused action changes nothing and has no exchanges."""

    world: World
    exchanges: tuple[Exchange, ...] = ()
    events: tuple[Event, ...] = ()
    refusal: Refusal | None = None
