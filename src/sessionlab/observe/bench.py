"""The bench on which experiments are done: a world, a design, and short ways to act and to ask."""

from __future__ import annotations

from typing import Any

from sessionlab.browser.outgoing import Send
from sessionlab.design.design import Design
from sessionlab.engine.cookie_out import cookie_name
from sessionlab.http.message import Pairs, Response
from sessionlab.tokens.credentials import is_credential
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.apply import apply, step
from sessionlab.world.own_page import held
from sessionlab.world.places import app
from sessionlab.world.state import World
from sessionlab.world.verbs import parse_action
from sessionlab.world.verbs.copies import bare


class Bench:
    """An experiment under way. Not a value: it is used once, by one experiment, and thrown away."""

    def __init__(self, design: Design, world: World | None = None) -> None:
        self.design = design
        self.world = world or World()
        self.responses: tuple[Response, ...] = ()

    def do(self, *actions: str) -> Bench:
        """Do these actions, one after the other."""
        for text in actions:
            transition = apply(self.world, parse_action(text), self.design)
            self.world = transition.world
            self.responses = tuple(one.response for one in transition.exchanges if one.response is not None)
        return self

    def copy(self, device: str = "victim") -> Pairs:
        """What a copy of everything in a browser holds: its login cookies, or the credential that its page keeps."""
        found = self.world.device(device)
        pairs = tuple((cookie.name, cookie.value) for cookie in found.jar if is_credential(cookie.value))
        if pairs or found.kept is None:
            return pairs
        return ((cookie_name(self.design), found.kept),)

    def known_by_browser(self, device: str = "victim") -> bool:
        """Does `/me` know this browser? Asking changes nothing in the experiment."""
        return _knows(apply(self.world, Action("me", device), self.design).exchanges[-1].response)

    def known_by_copy(self, copy: Pairs) -> bool:
        """Does `/me` know a client that has only these values and stores nothing?"""
        return self.asked_by_copy(copy)[1]

    def asked_by_copy(self, copy: Pairs) -> tuple[World, bool]:
        """The same, with the world after the question."""
        if not copy:
            return self.world, False
        # In the measurements the copy was used by the same kind of client, at the same address.
        send = replace(bare(copy[-1][1], "/me", self.design, self.world), device="victim", agent="victim", key="victim")
        if send.cookies:
            send = replace(send, cookies=copy)
        world, response = self.sent(send)
        return world, _knows(response)

    def sent(self, send: Send) -> tuple[World, Response | None]:
        """Send one request; the world afterwards, and the response."""
        world = replace(self.world, agenda=(send,))
        response = None
        while world.busy:
            world, event = step(world, self.design)
            response = getattr(event, "response", None)
        return world, response

    def post_by_copy(self, copy: Pairs, path: str, headers: Pairs = ()) -> Response | None:
        """A POST with these cookies, from a tool."""
        url = app(path, self.design)
        send = Send(
            "victim", "POST", url, "visit", cookies=copy, headers=headers, bare=True, agent="victim", key="victim"
        )
        return self.sent(send)[1]

    def holds(self, device: str = "victim") -> Any:
        """The credential that a browser holds, or None."""
        return held(self.world.device(device))


def _knows(response: Response | None) -> bool:
    return response is not None and response.status == 200 and response.user is not None
