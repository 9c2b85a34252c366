"""A running application as a subject: nothing but its public HTTP, and what else its box offers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sessionlab.browser.device import Device
from sessionlab.browser.outgoing import Send
from sessionlab.card import box_values, browsing
from sessionlab.card.box import Box, Profile, said
from sessionlab.card.box_attacker import planted_by_sibling, read_by_script
from sessionlab.card.box_client import BoxClient
from sessionlab.card.simulated import LIMITS
from sessionlab.card.subject import (
    ATTACKER,
    ELSEWHERE,
    HOME,
    KEPT,
    NO_SERVER_SIDE,
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
from sessionlab.http.message import Request
from sessionlab.http.raw import raw_request
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.places import EVIL_PAGE, SIBLING_PAGE
from sessionlab.world.presenting import place as carried_in
from sessionlab.world.verbs import parse_action
from sessionlab.world.verbs.foreign_pages import KINDS, TOP_LEVEL, USUAL_PATH

OPERATORS = (
    "clear_store",
    "rotate_key",
    "change_role",
    "disable_account",
    "revoke_credential",
    "read_store",
    "read_log",
)
"""What is done on the server's side, where nobody outside can reach."""


class ClosedBox:
    """One fresh application behind its HTTP. Not a value: one experiment uses it up."""

    limits = tuple((name, seconds) for seconds, name in LIMITS)
    instances = 1

    def __init__(self, box: Box, profile: Profile, policy: BrowserPolicy) -> None:
        self.user, self.other = profile.user, profile.other
        self.actions: tuple[str, ...] = ()
        self.heard: tuple[Heard, ...] = ()
        self.learned: tuple[Any, ...] = ()
        self._profile = profile
        self._client = BoxClient(box, profile, policy)
        self._held: Device | None = None
        self._flight: tuple[Send, Request, int] | None = None

    def _did(self, action: str) -> None:
        self.actions = (*self.actions, action.removeprefix(f"{VICTIM}:"))

    def _device(self, who: str) -> Device:
        return self._client.devices[who]

    def _change(self, device: Device) -> None:
        self._client.devices = {**self._client.devices, device.name: device}

    def _send(self, send: Send) -> None:
        request, raw = self._client.exchange(send)
        self.heard = (*self.heard, Heard(request, raw.status))

    def log_in(self, who: str = VICTIM, lasting: bool = True) -> None:
        """Fill in the login form of the front page."""
        own = (self._profile.other, self._profile.other_password)
        name, password = own if who == ATTACKER else (self._profile.user, self._profile.password)
        self.heard = ()
        if self._device(who).page is None:
            self._send(self._client.typed(who, "/"))
        fields = (("user", name), ("password", password), *((("remember", "yes"),) if lasting else ()))
        self._send(self._client.posted(who, self._profile.login, fields))
        self._did(f"{who}:login")

    def do(self, action: str) -> None:
        """Do one of the lab's actions, if it can be done from outside."""
        read = parse_action(action)
        done = _ACTIONS.get(read.verb)
        if done is None:
            raise NotOffered(NO_SERVER_SIDE if read.verb in OPERATORS else NOT_OFFERED)
        self.heard = ()
        done(self, read)
        self._did(action)

    def copy(self, who: str = VICTIM) -> Copy:
        """A copy of everything that this client holds."""
        device = self._device(who)
        kept = () if device.kept is None else (Piece("token", device.kept, KEPT),)
        copy = browsing.copy_of(device, kept)
        if copy and who != ATTACKER:
            self._did("copy_credential" + ("" if who == VICTIM else f"={who}"))
        return copy

    def put(self, copy: Copy, who: str = VICTIM) -> None:
        """Have the client hold these values, and no others."""
        now = self._device(who)
        before = now if self._held is None else self._held
        self._held = before if not copy else None
        self._change(browsing.holding(now, copy, before, self._client.now()))
        self._did("plant_cookie=by_hand" if copy else "delete_cookie")

    def loosen(self, flag: str) -> bool:
        """Take a flag from the user's cookies in the jar."""
        device = self._device(VICTIM)
        self._change(browsing.without_flag(device, flag))
        return browsing.has_flag(device, flag)

    def me(self, who: str = VICTIM) -> Told:
        """Ask who this client is; nothing of the answer is stored."""
        self._did(f"{who}:me")
        return self._asked(self._client.asked(who, self._profile.me))

    def me_with(self, copy: Copy, place: Place = HOME) -> Told:
        """Ask who somebody is who has only this copy. From outside, a client can change what it says it is."""
        if place not in (HOME, ELSEWHERE) and place.agent == HOME.agent:
            raise NotOffered(NOT_OFFERED)
        self._did("replay")
        return self._asked(self._bare(copy, self._profile.me, place))

    def _asked(self, send: Send) -> Told:
        request, raw = self._client.exchange(send, stores=False)
        told = said(raw)
        return Told((told.user,), (told.role,), None, request)

    def _bare(self, copy: Copy, path: str, place: Place = HOME) -> Send:
        kept = browsing.kept_in(copy)
        carried = None if kept is None else carried_in(self._profile.transport, kept.value)
        send = Send(VICTIM, "GET", self._client.url(path), "visit", bare=True, agent=place.agent)
        send = replace(send, cookies=browsing.cookies_in(copy))
        if carried is None:
            return send
        method = "POST" if carried.fields else "GET"
        return replace(send, method=method, headers=carried.headers, fields=carried.fields, query=carried.query)

    def kept_for(self, copy: Copy | None = None) -> int:
        """How many things the session keeps, by the page that reads it."""
        path = self._profile.read
        send = self._client.asked(VICTIM, path) if copy is None else self._bare(copy, path)
        return said(self._client.exchange(send, stores=False)[1]).kept

    def plain_request(self, host: str, learned: bool) -> Request | None:
        """What leaves the user's browser over plain http, unless the application told it better."""
        covered = ("include_subdomains",) if host == "sub" else ("host", "include_subdomains")
        if learned and self._client.hsts in covered:
            return None
        return browsing.plain_request(self._device(VICTIM), host, self._client.policy, self._client.now())

    def legible(self, copy: Copy) -> bool:
        """Can the user's name be read in these values without any key?"""
        return box_values.legible(copy, self.user)

    def altered(self, copy: Copy) -> tuple[tuple[str, bool, Copy], ...]:
        """The values with one character changed, at each place."""
        return box_values.altered(copy)

    def invented(self, copy: Copy) -> Copy | None:
        """The cookies with values that nobody issued."""
        return box_values.invented(tuple(piece for piece in copy if piece.where != KEPT))

    def neighbours(self, copy: Copy) -> tuple[Copy, ...]:
        """The numbers next to a value that is one."""
        return box_values.neighbours(copy)

    def with_value(self, copy: Copy, value: Any) -> Copy:
        """The copy with its last value replaced."""
        return (*copy[:-1], replace(copy[-1], value=value)) if copy else copy

    def sample(self, count: int, names: tuple[str, ...]) -> tuple[str, ...]:
        """The values of these names after each of so many logins, as one text."""
        found = []
        for _ in range(count):
            self._change(Device(ATTACKER))
            self.log_in(ATTACKER)
            found.append(" ".join(str(piece.value) for piece in self.copy(ATTACKER) if piece.name in names))
        return tuple(found)

    # The lab's actions, as far as a browser can do them

    def _visit(self, action: Action) -> None:
        if action.argument == "sibling":
            send = Send(action.actor, "GET", SIBLING_PAGE, "visit", replaces_page=True)
            self.heard = (Heard(self._client.left(send), 200),)
            return
        if action.argument and not action.argument.startswith("/"):
            raise NotOffered(NOT_OFFERED)
        self._send(self._client.typed(action.actor, action.argument or "/"))

    def _me(self, action: Action) -> None:
        self._send(self._client.asked(action.actor, self._profile.me))

    def _logout(self, action: Action) -> None:
        if not self._holds(action.actor):
            raise NotDone("nothing_to_log_out_from")
        self._send(self._client.posted(action.actor, self._profile.logout, ()))

    def _holds(self, who: str) -> bool:
        device = self._device(who)
        return bool(device.jar) or device.kept is not None

    def _change_password(self, action: Action) -> None:
        fields = (("new_password", "a new one"), ("current_password", self._profile.password))
        self._send(self._client.posted(action.actor, self._profile.password_path, fields))

    def _wait(self, action: Action) -> None:
        self._client.ability("wait")(int(action.argument))

    def _restart(self, action: Action) -> None:
        self._client.ability("restart")()

    def _start_request(self, action: Action) -> None:
        begin = self._client.ability("begin")
        send = self._client.posted(action.actor, dict(self._profile.slow)[action.argument or "write"], ())
        request = self._client.left(send)
        number = begin(raw_request(request))
        self.heard = (Heard(request),)
        self._flight = None if number is None else (send, request, number)

    def _finish_request(self, action: Action) -> None:
        if self._flight is None:
            raise NotDone("nothing_in_flight")
        send, request, number = self._flight
        raw = self._client.ability("finish")(number)
        self._client.take_in(send, raw)
        self.heard, self._flight = (Heard(request, raw.status),), None

    def _run_script(self, action: Action) -> None:
        device = self._device(VICTIM)
        if device.page is None:
            raise NotDone("no_page")
        if action.argument == "act":
            self._send(self._client.posted(VICTIM, self._profile.action, ()))
            return
        self.learned = (*self.learned, *read_by_script(self._client, device.page.url, action.argument == "tokens"))

    def _cross_site_request(self, action: Action) -> None:
        kind, _, path = (action.argument or "form_post").partition(":")
        method = "POST" if kind in ("form_post", "fetch") else "GET"
        url = self._client.url(path or USUAL_PATH.get(kind, self._profile.action))
        self._send(Send(VICTIM, method, url, KINDS[kind], EVIL_PAGE, replaces_page=kind in TOP_LEVEL))

    def _plant_cookie(self, action: Action) -> None:
        if action.argument != "subdomain" or not self._device(ATTACKER).jar:
            raise NotDone("nothing_known")
        self._change(planted_by_sibling(self._client))


_ACTIONS: dict[str, Callable[[ClosedBox, Action], None]] = {
    "visit": ClosedBox._visit,
    "me": ClosedBox._me,
    "logout": ClosedBox._logout,
    "change_password": ClosedBox._change_password,
    "wait": ClosedBox._wait,
    "restart": ClosedBox._restart,
    "start_request": ClosedBox._start_request,
    "finish_request": ClosedBox._finish_request,
    "run_script": ClosedBox._run_script,
    "cross_site_request": ClosedBox._cross_site_request,
    "plant_cookie": ClosedBox._plant_cookie,
}


def closed_box(start: Callable[[], Box], profile: Profile, policy: BrowserPolicy = DEFAULT_POLICY) -> Fresh:
    """Starts a running application anew for each experiment. `start`: gives a fresh one, or resets the one there is."""

    def fresh(setting: Setting = USUAL) -> ClosedBox:
        if setting.second_instance:
            raise NotOffered(NO_SERVER_SIDE)
        rules = with_settings(policy, third_party_cookies=setting.third_party_cookies or None)
        return ClosedBox(start(), profile, rules)

    return fresh
