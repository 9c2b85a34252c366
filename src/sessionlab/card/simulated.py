"""The simulation as a subject: every experiment can be done on it, and the server's steps can be seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sessionlab.browser.device import Device
from sessionlab.browser.outgoing import Send
from sessionlab.card import browsing
from sessionlab.card.simulated_values import NEVER_SENT, altered, invented, legible, neighbours, with_value
from sessionlab.card.subject import (
    ATTACKER,
    HOME,
    KEPT,
    NOT_OFFERED,
    USUAL,
    VICTIM,
    Copy,
    Fresh,
    Heard,
    NotDone,
    NotOffered,
    Piece,
    Place,
    Setting,
    Told,
)
from sessionlab.cookies.policy import DEFAULT_POLICY, BrowserPolicy, with_settings
from sessionlab.design.design import Design
from sessionlab.design.validity import is_possible
from sessionlab.engine.cookie_out import cookie_name
from sessionlab.engine.durations import DURATIONS
from sessionlab.engine.steps import Note
from sessionlab.http.message import Request
from sessionlab.servers.state import ATTACKER as ATTACKERS_ACCOUNT
from sessionlab.servers.state import VICTIM as VICTIMS_ACCOUNT
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.apply import apply, step
from sessionlab.world.events import Served, Transition
from sessionlab.world.own_page import ask
from sessionlab.world.places import app
from sessionlab.world.state import World
from sessionlab.world.verbs import parse_action
from sessionlab.world.verbs.copies import bare
from sessionlab.world.verbs.planting import INVENTED

LIMITS = tuple(sorted({int(seconds): name.partition("=")[0] for name, seconds in reversed(DURATIONS)}.items()))
"""The lab's own table of times: the seconds, and what ends after them."""


class Simulated:
    """A design in the simulation. Not a value: one experiment uses it up."""

    user = VICTIMS_ACCOUNT
    other = ATTACKERS_ACCOUNT
    limits = tuple((name, seconds) for seconds, name in LIMITS)

    def __init__(self, design: Design, policy: BrowserPolicy = DEFAULT_POLICY) -> None:
        self.design = design
        # Where reads are spread over a primary and its replica, two answer in turns as well.
        self.instances = 2 if design.app_instances == "two" or design.store_scope == "replicated_async" else 1
        self.world = World(policy=policy)
        self.actions: tuple[str, ...] = ()
        self.heard: tuple[Heard, ...] = ()
        self._held: Device | None = None

    @property
    def learned(self) -> tuple[Any, ...]:
        """The values that the attacker came to know."""
        return self.world.known

    def log_in(self, who: str = VICTIM, lasting: bool = True) -> None:
        """Log in, through the provider where there is one; `lasting`: to be remembered, where that is offered."""
        if self.design.identity_provider != "none":
            self.do(f"{who}:idp_login")
            return
        self.do(f"{who}:login" + ("=remember" if lasting and self.design.remember_me != "none" else ""))

    def do(self, action: str) -> None:
        """Do one of the lab's actions. Raises `NotDone` with the code of its refusal."""
        transition = apply(self.world, parse_action(action), self.design)
        if transition.refusal is not None:
            raise NotDone(transition.refusal.code)
        self.world = transition.world
        self.heard = _heard(transition)
        self._did(action)

    def _did(self, action: str) -> None:
        self.actions = (*self.actions, action.removeprefix(f"{VICTIM}:"))

    def copy(self, who: str = VICTIM) -> Copy:
        """A copy of everything that this client holds."""
        device = self.world.device(who)
        kept = () if device.kept is None else (Piece(cookie_name(self.design), device.kept, KEPT),)
        copy = browsing.copy_of(device, kept)
        if copy and who != ATTACKER:
            self._did("copy_credential" + ("" if who == VICTIM else f"={who}"))
        return copy

    def put(self, copy: Copy, who: str = VICTIM) -> None:
        """Have the client hold these values, and no others."""
        now = self.world.device(who)
        before = now if self._held is None else self._held
        self._held = before if not copy else None
        self._change(browsing.holding(now, copy, before, self.world.clock))
        self._did(_by_hand(copy, before))

    def loosen(self, flag: str) -> bool:
        """Take a flag from the user's cookies in the jar."""
        device = self.world.device(VICTIM)
        self._change(browsing.without_flag(device, flag))
        return browsing.has_flag(device, flag)

    def _change(self, device: Device) -> None:
        self.world = self.world.with_device(device)

    def me(self, who: str = VICTIM) -> Told:
        """Ask who this client is, at each instance; nothing of the answers is stored."""
        return self._at_each(lambda: self._asked_by(who))

    def me_with(self, copy: Copy, place: Place = HOME) -> Told:
        """Ask who somebody is who has only this copy, at each instance."""
        return self._at_each(lambda: self._asked_with(copy, place))

    def _at_each(self, ask: Callable[[], Served]) -> Told:
        served = [ask()]
        for _ in range(self.instances - 1):
            self.do("other_instance")
            served.append(ask())
        return _told(served)

    def _asked_by(self, who: str) -> Served:
        devices = self.world.devices
        transition = apply(self.world, Action("me", who), self.design)
        self.world = replace(transition.world, devices=devices)
        self._did(f"{who}:me")
        return next(event for event in reversed(transition.events) if isinstance(event, Served))

    def _asked_with(self, copy: Copy, place: Place) -> Served:
        self._did("replay")
        return self._sent(self._send(copy, "/me", place))

    def _send(self, copy: Copy, path: str, place: Place = HOME) -> Send:
        send = Send(place.address, "GET", app(path, self.design), "visit", bare=True)
        kept = browsing.kept_in(copy)
        if kept is not None and not (place.key != VICTIM and self._stays_at_home(kept)):
            send = bare(kept.value, path, self.design, self.world, place.key)
        cookies = browsing.cookies_in(copy)
        return replace(send, device=place.address, cookies=cookies, agent=place.agent, key=send.key or place.key)

    def _stays_at_home(self, kept: Piece) -> bool:
        """A key that signs is no part of a copy for somebody else, nor is what a keystore keeps."""
        return isinstance(kept.value, NEVER_SENT) or self.design.client_storage == "os_keystore"

    def _sent(self, send: Send) -> Served:
        world, served = replace(self.world, agenda=(send,)), None
        while world.busy:
            world, event = step(world, self.design)
            served = event if isinstance(event, Served) else served
        self.world = world
        if served is None:
            raise NotDone("nobody_asked")
        return served

    def kept_for(self, copy: Copy | None = None) -> int:
        """How many things the session keeps, by the page that reads it."""
        devices = self.world.devices
        found = []
        for _ in range(self.instances):
            send = ask(self.world, VICTIM, "/read", self.design) if copy is None else self._send(copy, "/read")
            response = self._sent(send).response
            details = () if response is None else response.details
            found.append(int(details[1]) if len(details) > 1 else 0)
            self.world = replace(self.world, devices=devices)
        return max(found)

    def plain_request(self, host: str, learned: bool) -> Request | None:
        """What leaves the user's browser over plain http, unless it learned better."""
        covered = ("include_subdomains",) if host == "sub" else ("host", "include_subdomains")
        if learned and self.design.hsts in covered:
            return None
        return browsing.plain_request(self.world.device(VICTIM), host, self.world.policy, self.world.clock)

    def legible(self, copy: Copy) -> bool:
        """Can the user's name be read in these values without any key?"""
        return legible(copy, self.world, self.design)

    def altered(self, copy: Copy) -> tuple[tuple[str, bool, Copy], ...]:
        """The copy altered in every way that the lab knows."""
        return altered(copy, self.world, self.design)

    def invented(self, copy: Copy) -> Copy | None:
        """A copy with an id that nobody issued, if ids are not signed."""
        return invented(copy, self.design)

    def neighbours(self, copy: Copy) -> tuple[Copy, ...]:
        """The copy with the id next to this one, if ids are counted."""
        return neighbours(copy, self.world, self.design)

    def with_value(self, copy: Copy, value: Any) -> Copy:
        """The copy with its login credential replaced."""
        return with_value(copy, value)

    def sample(self, count: int, names: tuple[str, ...]) -> tuple[str, ...]:
        """The simulation's values are names and no random texts, so that a sample of them would say nothing."""
        raise NotOffered(NOT_OFFERED)


def simulated(design: Design, policy: BrowserPolicy = DEFAULT_POLICY) -> Fresh:
    """Starts a design in the simulation anew for each experiment."""

    def fresh(setting: Setting = USUAL) -> Simulated:
        rules = with_settings(policy, third_party_cookies=setting.third_party_cookies or None)
        if not setting.second_instance:
            return Simulated(design, rules)
        two = replace(design, app_instances="two", load_balancing="round_robin")
        if not is_possible(two):
            raise NotOffered(NOT_OFFERED)
        return Simulated(two, rules)

    return fresh


def _by_hand(copy: Copy, before: Device) -> str:
    """The lab's own word for what was done with the values in a client's hands."""
    if not copy:
        return "delete_cookie"
    values = {piece.value for piece in copy}
    if INVENTED in values:
        return "plant_cookie=invented"
    held = {cookie.value for cookie in before.jar}
    return "restore_cookie" if values <= held else "plant_cookie=by_hand"


def _heard(transition: Transition) -> tuple[Heard, ...]:
    served = (event for event in transition.events if isinstance(event, Served))
    return tuple(Heard(one.request, None if one.response is None else one.response.status) for one in served)


def _told(served: Sequence[Served]) -> Told:
    """The answers of all instances; the request and the steps are those of the first."""
    responses = [one.response for one in served]
    users = tuple(None if one is None or one.status != 200 else one.user for one in responses)
    roles = tuple(None if one is None or len(one.details) < 2 else one.details[1] for one in responses)
    asked = tuple(type(step).__name__ for step, _ in served[0].steps if not isinstance(step, Note))
    return Told(users, roles, asked, served[0].request)
