"""The world of the simulation with a real server in it: the same browsers, the same verbs, but bytes on the wire.

Cookies are stored from real `Set-Cookie` lines and sent in real `Cookie` headers. Between the two a cookie's value is
held as the term that its text reads as, so that the verbs of the simulation work on it unchanged.
"""

from __future__ import annotations

import asyncio
import math
from typing import Any, cast

from sessionlab.browser.outgoing import Send
from sessionlab.browser.user_agent import context_of
from sessionlab.cookies.context import StoreContext
from sessionlab.cookies.jar import Cookie, Jar
from sessionlab.cookies.parse import parse
from sessionlab.cookies.policy import CHROMIUM_156, BrowserPolicy
from sessionlab.cookies.reasons import Refused
from sessionlab.cookies.receive import receive
from sessionlab.cookies.store import Stored
from sessionlab.design.design import Design
from sessionlab.engine import operations
from sessionlab.engine.cookie_out import CSRF_COOKIE, SITE_DOMAIN, cookie_name
from sessionlab.engine.csrf import TOKEN_FIELD
from sessionlab.engine.refresh import COOKIE as REFRESH_COOKIE
from sessionlab.http.message import Request, Response, SetCookie
from sessionlab.http.raw import RawResponse
from sessionlab.servers.asgi import Balancer, balanced
from sessionlab.servers.cluster import Cluster
from sessionlab.servers.in_process import call
from sessionlab.servers.state import ATTACKER as ATTACKERS_ACCOUNT
from sessionlab.servers.state import VICTIM as VICTIMS_ACCOUNT
from sessionlab.servers.state import ServerState
from sessionlab.servers.writing import set_cookie_line
from sessionlab.tokens.credentials import is_credential
from sessionlab.tokens.terms import Garbled, Reference, Secret, SessionId
from sessionlab.value import Value, replace
from sessionlab.world.action import Action
from sessionlab.world.apply import begin
from sessionlab.world.events import Served
from sessionlab.world.micro import advance
from sessionlab.world.observing import joined, overheard
from sessionlab.world.own_page import held
from sessionlab.world.places import SIBLING_PAGE, is_the_app
from sessionlab.world.state import ATTACKER, VICTIM, Flight, Returning, Underway, World
from sessionlab.world.verbs.operations import SLOW
from sessionlab.world.verbs.planting import WAYS, planted
from sessionlab.world.verbs.verb import Senseless
from tests.agreement.forging import neighbour, read, realised, with_one_character_changed
from tests.agreement.gate import Gate
from tests.agreement.looking import Looking
from tests.agreement.reader import Reader
from tests.agreement.wire import Exchange, decoded, encoded, text_of

CENTURIES = 10**10
QUIET_ROUNDS = 60
"""So many turns of the event loop finish whatever in-process work does not wait for another request."""


class Line(Value):
    """A `Set-Cookie` line as it arrived, and the term that its value reads as."""

    text: str
    name: str
    value: Any


class Seen(Value):
    """One request of an action, and its response unless nobody listened or it waits."""

    request: Request
    response: Response | None


class RealWorld:
    """A play under a design, with a real server. `apply` does an action and tells the requests it caused."""

    def __init__(self, design: Design, loop: asyncio.AbstractEventLoop, policy: BrowserPolicy = CHROMIUM_156) -> None:
        self.design = design
        self.world = World(policy=policy)
        self._loop = loop
        self._gate = Gate()
        self._flying: list[asyncio.Task[RawResponse]] = []
        self._renamed: tuple[str, ...] = ()
        self._begun_jar: Jar = ()
        # Housekeeping after centuries: what an ended session means is for the logic to say, not for the store.
        self.cluster = Cluster(design, self._clock, self._gate, housekeeping=CENTURIES, room=math.inf)
        self._looking = Looking(self.cluster)
        self.reader = Reader(self.cluster)
        self.app: Balancer = balanced(self.cluster, listener=self._looking.note)
        self.exchange: Exchange = self._in_process

    def _clock(self) -> float:
        return float(self.world.clock)

    async def _in_process(self, raw: Any) -> RawResponse:
        return await call(self.app, raw)

    def apply(self, action: Action) -> tuple[Seen, ...] | Senseless:
        """Do an action to its end."""
        begun = self._begin(action)
        if isinstance(begun, Senseless):
            return begun
        before, self.world = self.world.server, begun
        self._operate(action, before)
        seen: list[Seen] = []
        while self.world.busy:
            self._step(seen)
        return tuple(seen)

    def close(self) -> None:
        """Give up whatever still waits."""
        for task in self._flying:
            task.cancel()
        if self._flying:
            self._run(asyncio.wait(self._flying))
        self._flying = []

    def end(self) -> None:
        """Give up everything."""
        self.close()
        self.cluster.close()

    # Verbs: what is done with bytes instead of terms

    def _begin(self, action: Action) -> World | Senseless:
        if action.verb == "alter" and (altered := self._altered_text(action.argument or "user")) is not None:
            return altered
        begun = begin(self.world, action, self.design)
        if isinstance(begun, Senseless):
            return begun
        if action.verb == "edit_cookie":
            begun = self._typed(action, begun)
            if begun.device(action.actor).jar == self.world.device(action.actor).jar:
                return Senseless("as_it_is")
        known, begun = begun.known, replace(begun, known=())
        for value in known:
            begun = begun.learns(self._real(value))
        plants = action.verb == "plant_cookie" or (action.verb, action.argument) == ("run_script", "set_cookie")
        if plants:
            return self._plant(begun, "script" if action.verb == "run_script" else action.argument)
        return self._with_pair(begun) if action.verb == "subdomain_request" else begun

    def _real(self, term: Any) -> Any:
        return realised(term, self.design, self.reader)

    def _altered_text(self, part: str) -> World | Senseless | None:
        """What altering is where it is done to a text and not to the fields inside."""
        own = held(self.world.device(ATTACKER))
        value = own if self.world.usable is None else self.world.usable
        credentials = self.reader
        if value is not None and part == "character":
            return self.world.learns(with_one_character_changed(value, credentials))
        if isinstance(value, Garbled) and self.design.session_type == "server_session":
            # An id without its signature is an id to whoever typed it, if a garbled one to the server.
            value = Reference(SessionId(str(value.original)), genuine=False)
            if part != "user":
                return Senseless("no_such_part", (part,))
        if isinstance(value, Reference) and part == "user":
            found = self.world.server.sessions
            ids = tuple(id.made for id, record in found if record.user not in (None, ATTACKERS_ACCOUNT))
            guessed = neighbour(value, ids, self.design, credentials)
            return Senseless("no_such_part", (part,)) if guessed is None else self.world.learns(guessed)
        return None

    def _typed(self, action: Action, begun: World) -> World:
        """What an edit wrote into a cookie, as it is read from its text."""
        if ".name:" in action.argument and not action.argument.startswith(CSRF_COOKIE):
            self._renamed = (*self._renamed, action.argument.rpartition(":")[2])
        self._begun_jar = begun.device(action.actor).jar
        device, before = begun.device(action.actor), self.world.device(action.actor).jar
        return begun.with_device(replace(device, jar=tuple(self._of_text(one, before, action) for one in device.jar)))

    def _of_text(self, cookie: Cookie, before: Jar, action: Action) -> Cookie:
        if cookie in before:
            return cookie
        if action.argument.endswith(".value:altered"):
            old = next(one for one in before if one not in self._begun_jar)
            return replace(cookie, value=with_one_character_changed(old.value, self.reader))
        read = replace(cookie, value=self._of_hand(cookie.value))
        # What was typed may be what stood there, though nobody knew it by that name.
        times = {"creation": 0, "last_access": 0}
        return next((one for one in before if replace(one, **times) == replace(read, **times)), read)

    def _of_hand(self, value: Any) -> Any:
        if isinstance(value, Secret):
            return self.reader.read_secret(str(value.made))
        return self._real(value) if is_credential(value) else value

    def _plant(self, begun: World, way: str) -> World:
        planting = planted(begun.known[-1], way or WAYS[0], begun, self.design)
        line = set_cookie_line(planting.header, self.reader)
        device = self.world.device(VICTIM)
        jar = self._stored(device.jar, line, planting.context)
        return begun.with_device(replace(device, jar=jar))

    def _with_pair(self, begun: World) -> World:
        """The sibling's CSRF token as text, and the cookie equal to it from a line of the sibling's."""
        send = begun.agenda[0]
        secret = dict(send.fields).get(TOKEN_FIELD) if isinstance(send, Send) else None
        if secret is None or not isinstance(send, Send):
            return begun
        secret = self.reader.read_secret(str(secret.made))
        send = replace(
            send, fields=tuple((name, secret if name == TOKEN_FIELD else value) for name, value in send.fields)
        )
        header = SetCookie(CSRF_COOKIE, secret, SITE_DOMAIN, send.url.path, same_site="lax")
        line = set_cookie_line(header, self.reader)
        context = context_of(Send(VICTIM, "GET", SIBLING_PAGE, "visit"), self.world.policy).store
        device = self.world.device(VICTIM)
        jar = self._stored(device.jar, line, context)
        return replace(begun.with_device(replace(device, jar=jar)), agenda=(send,))

    def _operate(self, action: Action, before: ServerState) -> None:
        if action.verb == "change_role":
            self._run(self.cluster.serving.drive(operations.change_role(VICTIMS_ACCOUNT, action.argument or "user")))
        elif action.verb == "disable_account":
            self._run(self.cluster.serving.drive(operations.disable(VICTIMS_ACCOUNT, self.design)))
        elif action.verb == "revoke_credential":
            credential = held(self.world.device(VICTIM))
            self._run(
                self.cluster.serving.drive(operations.revoke_credential(credential, VICTIMS_ACCOUNT, self.design))
            )
        elif action.verb in ("delete_record", "edit_record"):
            self._run(self._looking.edit(before, self.world.server))
        elif action.verb == "restart":
            self.close()
            self._run(self.cluster.restart(action.argument == "one"))
        elif action.verb == "evict":
            self._run(self._looking.evict())
        elif action.verb == "other_instance":
            self.cluster.aim(other=action.argument != "same")
        elif action.verb in ("clear_store", "rotate_key", "denylist_outage", "slow_clock"):
            self._disturb(action)
        self._look_at_server()

    def _disturb(self, action: Action) -> None:
        if action.verb == "clear_store":
            self._run(self.cluster.clear_store())
        elif action.verb == "rotate_key":
            self.cluster.rotate_keys()
        elif action.verb == "denylist_outage":
            self.cluster.denylist_outage()
        else:
            self.cluster.set_clocks_back(float(action.argument or SLOW))

    # The wire

    def _step(self, seen: list[Seen]) -> None:
        world = self.world
        if world.finishing:
            self._finish(seen)
        elif isinstance(world.wire, Underway):
            self._serve(world.wire, seen)
        elif isinstance(world.wire, Returning):
            self._take_in(world.wire)
        else:
            self.world = advance(world, self.design)[0]

    def _serve(self, wire: Underway, seen: list[Seen]) -> None:
        send, request = wire.send, wire.request
        if not is_the_app(request.url):
            self.world, event = advance(self.world, self.design)
            seen.append(Seen(request, event.response if isinstance(event, Served) else None))
            return
        self.world = replace(self.world, wire=None)
        if not request.url.encrypted and self.design.tls == "https_only":
            seen.append(Seen(request, None))
            return
        task = self._loop.create_task(self.exchange(encoded(request, self.reader)))
        self._settle(task)
        self._look_at_server()
        if task.done():
            self._come_back(send, request, task.result(), seen)
            return
        assert send.halts
        self._flying.append(task)
        self.world = replace(self.world, flights=(*self.world.flights, Flight(send, request, 0, ())))
        seen.append(Seen(request, None))

    def _settle(self, task: asyncio.Task[RawResponse]) -> None:
        """Let the task go on until it is done or waits at the gate; whoever keeps it from a session goes first."""
        while not task.done() and task not in self._gate.waiting:
            self._run(self._rounds(task))
            holder = self._gate.holder_of(self._looking.awaited())
            if task.done() or task in self._gate.waiting or holder is None:
                return
            self._gate.open(holder)

    async def _rounds(self, task: asyncio.Task[RawResponse]) -> None:
        for _ in range(QUIET_ROUNDS):
            if task.done() or task in self._gate.waiting:
                return
            await asyncio.sleep(0)

    def _finish(self, seen: list[Seen]) -> None:
        flight, task = self.world.flights[0], self._flying.pop(0)
        self.world = replace(self.world, finishing=False, flights=self.world.flights[1:])
        if task in self._gate.waiting:
            self._gate.open(task)
        raw = self._run(task)
        self._look_at_server()
        self._come_back(flight.send, flight.request, raw, seen)

    def _come_back(self, send: Send, request: Request, raw: RawResponse, seen: list[Seen]) -> None:
        response = decoded(raw, self.reader)
        seen.append(Seen(request, response))
        lines = tuple(self._line(text) for text in raw.all("Set-Cookie"))
        if not request.url.encrypted:
            handed_out = (*(line.value for line in lines), response.token)
            self.world = overheard(self.world, tuple(value for value in handed_out if is_credential(value)))
        if request.method == "GET" and send.device != ATTACKER:
            set_here = tuple(line.value for line in lines if is_credential(line.value))
            self.world = replace(self.world, cached=joined(self.world.cached, set_here))
        # On their way back the cookies are lines, and no longer terms.
        self.world = replace(self.world, wire=Returning(send, request, replace(response, set_cookies=lines)))

    def _take_in(self, wire: Returning) -> None:
        send, lines = wire.send, cast("tuple[Line, ...]", wire.response.set_cookies)
        # A tool stores nothing, but may learn what a line says.
        told = tuple(SetCookie(line.name, line.value) for line in lines) if send.bare else ()
        world = replace(self.world, wire=replace(wire, response=replace(wire.response, set_cookies=told)))
        if not send.bare:
            device = world.device(send.device)
            jar = device.jar
            for line in lines:
                jar = self._stored(jar, line.text, context_of(send, world.policy).store)
            world = world.with_device(replace(device, jar=jar))
        self.world = advance(world, self.design)[0]

    # Cookies

    def _line(self, text: str) -> Line:
        parsed = parse(text, replace(self.world.policy, most_octets=None))
        assert not isinstance(parsed, Refused)
        return Line(text, parsed.name, self._as_term(parsed.name, parsed.value))

    def _stored(self, jar: Jar, line: str, context: StoreContext) -> Jar:
        texts = tuple(replace(one, value=text_of(one.value, self.reader)) for one in jar)
        stored = receive(texts, line, context, self.world.policy, self.world.clock)
        return tuple(self._read(one) for one in stored.jar) if isinstance(stored, Stored) else jar

    def _read(self, cookie: Cookie) -> Cookie:
        return replace(cookie, value=self._as_term(cookie.name, cookie.value))

    def _as_term(self, name: str, value: str) -> Any:
        if name == CSRF_COOKIE:
            return self.reader.read_secret(value)
        if name == REFRESH_COOKIE and value:
            return self.reader.read_refresh(value)
        names = (cookie_name(self.design), *self._renamed)
        return read(value, self.reader) if value and name in names else value

    # The server as it is

    def _look_at_server(self) -> None:
        """Note in the world what the real server holds, so that both worlds can be compared."""
        state = self._run(self._looking.state())
        flights = tuple(
            replace(flight, response=Response(0, "done") if task.done() else None)
            for flight, task in zip(self.world.flights, self._flying, strict=False)
        )
        self.world = replace(self.world, server=state, flights=flights)

    def _run(self, work: Any) -> Any:
        return self._loop.run_until_complete(work)
