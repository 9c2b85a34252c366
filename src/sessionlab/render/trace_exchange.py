"""One exchange of a play in the form of a trace."""

from __future__ import annotations

from sessionlab.http.message import Request, Response
from sessionlab.render import form, trace_programs, trace_server
from sessionlab.render.findings import findings
from sessionlab.render.http_text import clock_time, reason, request_message, response_message, url_text
from sessionlab.render.pen import Pen
from sessionlab.render.registry import Registry
from sessionlab.render.steps import told
from sessionlab.render.titles import title
from sessionlab.render.trace_browser import BrowserSide
from sessionlab.rules import findings_in
from sessionlab.rules.rule import Finding, Moment
from sessionlab.servers.fleet import instance_name
from sessionlab.tokens.credentials import is_credential
from sessionlab.tokens.terms import RefreshToken
from sessionlab.value import replace
from sessionlab.world.asking import Beliefs, answered_to_copy
from sessionlab.world.cookie_fates import fates
from sessionlab.world.events import Exchange
from sessionlab.world.outcome import UNSHOWN
from sessionlab.world.standing import ALONE, Standing, standing
from sessionlab.world.state import DEVICES, VICTIM, World

TOOL, PROGRAM = "tool", "program"
TOGETHER = {"neither+copied": "copy_lives_elsewhere", "neither+other_device": "only_elsewhere"}
"""Standings whose two sides are one thing to say."""


class ExchangeWriter:
    """Writes the exchanges of one play, in their order."""

    def __init__(self, pen: Pen, registry: Registry, beliefs: Beliefs, of_design: tuple[Finding, ...]) -> None:
        self.pen = pen
        self.registry = registry
        self.beliefs = beliefs
        self.side = BrowserSide(pen, registry)
        self.of_design = of_design
        self.before: tuple[Exchange, ...] = ()

    def write(self, exchange: Exchange, action_number: int, part: int, parts: int) -> form.Exchange:
        """The next exchange."""
        number = len(self.before) + 1
        self.registry.exchange = number
        was, now = exchange.before, exchange.after
        browsers = tuple(self.side.browser(was, now, name) for name in DEVICES)
        mine = browsers[DEVICES.index(concerned(exchange))]
        what_became, how = fates(exchange, self.pen.design), standing(now, self.beliefs)
        at = trace_server.Onlooker(self.pen.design, now.clock)
        store, store_removed = trace_server.store(was.server, now.server, self.pen, self.registry, at)
        request, steps = self._request(exchange), self._steps(exchange)
        written = form.Exchange(
            number=number,
            action_number=action_number,
            action=str(exchange.action),
            actor=exchange.action.actor,
            verb=exchange.action.verb,
            title=title(exchange.action, self.pen),
            part=part,
            parts=parts,
            browser=mine.name,
            clock=now.clock,
            time=clock_time(now.clock),
            request=request,
            steps=steps,
            look_ups=sum(step.look_up for step in steps),
            response=self._response(exchange),
            listening=exchange.listening,
            waits=exchange.waits,
            sent=self.side.sent(what_became),
            withheld=self.side.withheld(what_became),
            stored=tuple(map(self.side.stored, what_became.stored)),
            refused=tuple(map(self.side.refused, what_became.refused)),
            jar=mine.jar,
            jar_removed=mine.jar_removed,
            store=store,
            store_removed=store_removed,
            denied=trace_server.denied(was.server, now.server, at),
            accounts=trace_server.accounts(was.server, now.server),
            deeds=trace_server.deeds(was.server, now.server),
            browsers=browsers,
            attacker_knows=self._known(was, now),
            live=(),
            auth=self._auth(exchange),
            state=how.code,
            standing=state(how, self.pen),
            findings=findings(findings_in(Moment(self.pen.design, exchange, self.before), self.of_design), self.pen),
        )
        self.before = (*self.before, exchange)
        return replace(self._with_other_memories(written, exchange), live=self.registry.live(now))

    def _with_other_memories(self, written: form.Exchange, exchange: Exchange) -> form.Exchange:
        """The exchange with what is kept beside sessions: by the application, the provider, logs and caches."""
        was, now = exchange.before, exchange.after
        return replace(
            written,
            instance=self._instance(exchange),
            refresh=trace_server.refresh(was.server, now.server, self.pen, self.registry),
            remembered=trace_server.remembered(was.server, now.server, self.pen, self.registry),
            slow=now.server.slow,
            outage=now.server.outage,
            logged_addresses=tuple(map(self.pen.text, now.logged_urls)),
            logged_headers=self._logged_headers(now),
            cached=self._cached(now),
            served_by=trace_programs.served_by(exchange.request, self._instance(exchange)),
            keys=trace_programs.keys(was.server, now.server, self.pen, self.registry),
            used_ids=trace_programs.used_ids(was.server, now.server),
            provider=trace_programs.provider(was.server, now.server, self.pen),
        )

    def _instance(self, exchange: Exchange) -> str:
        """The instance that served the request, where there are two."""
        number = served_as(exchange)
        if number is None or self.pen.design.app_instances == "one":
            return ""
        return instance_name(number, exchange.after.server.history, self.pen.design)

    def _logged_headers(self, world: World) -> tuple[str, ...]:
        return tuple(map(self.pen.text, world.logged)) if self.pen.design.credential_logging == "raw" else ()

    def _cached(self, world: World) -> tuple[str, ...]:
        return tuple(map(self.pen.text, world.cached)) if self.pen.design.cache_control == "cacheable" else ()

    def _request(self, exchange: Exchange) -> form.Request | None:
        request, send = exchange.request, exchange.send
        if request is None or send is None:
            return None
        self._meet(request)
        message = request_message(request, self.pen.how)
        return form.Request(
            method=request.method,
            url=url_text(request, self.pen.how),
            headers=message.headers,
            body=message.body,
            text=message.text,
            kind=PROGRAM if send.keeps else TOOL if send.bare else send.kind,
            initiator=None if send.initiator is None else send.initiator.text,
            by_tool=send.bare,
            encrypted=request.url.encrypted,
            tls_key=request.client.key if self._asks_for_key() else "",
        )

    def _asks_for_key(self) -> bool:
        design = self.pen.design
        return design.credential_transport == "tls_handshake" or design.sender_constraint == "mtls"

    def _meet(self, request: Request) -> None:
        """Number the credentials of a request in the order in which they stand in it."""
        for pairs in (request.cookies, request.headers, request.query, request.fields):
            for _, value in pairs:
                if is_credential(value):
                    self.registry.name(value)

    def _response(self, exchange: Exchange) -> form.Response | None:
        response, request = exchange.response, exchange.request
        if response is None or request is None:
            return None
        clock = exchange.after.clock
        message = response_message(response, request, clock, self.pen.design, self.pen.how)
        words = reason(response.status)
        return form.Response(response.status, words, message.headers, message.body, message.text, response.content)

    def _steps(self, exchange: Exchange) -> tuple[form.Step, ...]:
        return tuple(
            form.Step(one.code, one.text, one.look_up, tuple(self._names(one.about)))
            for one in told(exchange.steps, self.pen)
        )

    def _names(self, values: tuple[object, ...]) -> list[str]:
        names = (self.registry.name(value) for value in values)
        return [name for name in names if name is not None]

    def _known(self, was: World, now: World) -> tuple[form.Known, ...]:
        return tuple(
            form.Known(
                self.registry.name(value) or "",
                self.pen.text(value),
                "" if value in was.known else "added",
                self._answered_as(value, now),
                usable=not isinstance(value, UNSHOWN),
            )
            for value in now.known
        )

    def _answered_as(self, value: object, world: World) -> str | None:
        if isinstance(value, UNSHOWN):
            return None
        if isinstance(value, RefreshToken):
            return answered_to_copy(value, world, self.pen.design).user
        return self.beliefs.about(value, world).user

    def _auth(self, exchange: Exchange) -> form.Auth:
        user, ground = _believed(exchange)
        text = self.pen.say(f"ground.{ground}", user=user or "")
        word = user or self.pen.say("auth.not_asked" if exchange.request is None else "auth.anonymous")
        return form.Auth(user, ground, text, word)


def _believed(exchange: Exchange) -> tuple[str | None, str]:
    if exchange.request is None:
        return None, "not_asked"
    response: Response | None = exchange.response
    if response is None:
        return None, "waits" if exchange.waits else "nobody_listens"
    return response.user, response.ground or response.content


def served_as(exchange: Exchange) -> int | None:
    """The number under which the server counted the request of an exchange; None if it served none."""
    finished = (flight for flight in exchange.before.flights if flight not in exchange.after.flights)
    late = next((flight.number for flight in finished if flight.request == exchange.request), None)
    if late is not None:
        return late
    was, now = exchange.before.server.requests, exchange.after.server.requests
    return now if now > was else None


def state(found: Standing, pen: Pen) -> form.State:
    """A standing in words."""
    name, text = (pen.say(f"state.{TOGETHER.get(found.code, found.here)}.{part}") for part in ("name", "text"))
    if found.elsewhere != ALONE and found.code not in TOGETHER:
        name += pen.say(f"elsewhere.{found.elsewhere}.name")
        text += " " + pen.say(f"elsewhere.{found.elsewhere}.text")
    return form.State(found.code, name, text, found.here, found.elsewhere)


def concerned(exchange: Exchange) -> str:
    """The browser that an exchange is about: the one that asked, else the one that changed, else the victim's."""
    if exchange.send is not None and not exchange.send.bare:
        return exchange.send.device
    for name in DEVICES:
        if exchange.before.device(name) != exchange.after.device(name):
            return name
    return VICTIM
