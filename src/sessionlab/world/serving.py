"""A request is answered: by the application, by the identity provider, or by a host of the attacker's."""

from __future__ import annotations

from sessionlab.browser.outgoing import Send
from sessionlab.design.design import Design
from sessionlab.engine import provider
from sessionlab.engine.routes import answer
from sessionlab.engine.routes.oidc import back_channel
from sessionlab.engine.steps import LookUp
from sessionlab.http.message import Request, Response
from sessionlab.servers.fleet import same_store
from sessionlab.servers.simulated import Run, Wait, run
from sessionlab.servers.state import ServerState
from sessionlab.tokens.credentials import is_credential
from sessionlab.tokens.terms import SessionId
from sessionlab.value import replace
from sessionlab.world.events import Event, Served
from sessionlab.world.observing import credentials_in, joined, overheard
from sessionlab.world.places import app, is_the_app
from sessionlab.world.state import ATTACKER, Flight, Returning, Underway, World

FOREIGN_PAGE = "foreign_page"


def serve(world: World, wire: Underway, design: Design) -> tuple[World, Event]:
    """The world after whoever listens there has worked on the request."""
    send, request = wire.send, wire.request
    if request.url.host == provider.HOST:
        return _at_the_provider(world, send, request, design)
    if not is_the_app(request.url):
        return _at_the_attackers(world, send, request)
    if not request.url.encrypted and design.tls == "https_only":
        return replace(world, wire=None), Served(send, request, (), None, listening=False)
    number = world.server.requests + 1
    flights = list(world.flights)
    wait = _waiting_for(flights, number, world.clock, design) if flights else None
    state = replace(world.server, requests=number)
    done = run(answer(request, design), state, number, world.clock, design, halts=send.halts, wait=wait)
    served = Served(send, request, done.steps, done.response)
    if done.response is None:
        holds = tuple(step.id for step, _ in done.steps if isinstance(step, LookUp))
        flights.append(Flight(send, request, number, done.steps, holds))
        return replace(world, server=done.state, flights=tuple(flights), wire=None), served
    world = replace(world, flights=tuple(flights)) if flights else world
    return _answered(world, done.state, send, request, done.response), served


def _at_the_provider(world: World, send: Send, request: Request, design: Design) -> tuple[World, Event]:
    """The identity provider answers; after a logout there, it may tell the application itself."""
    number = world.server.requests + 1
    state = replace(world.server, requests=number)
    done = run(provider.answer(request, design), state, number, world.clock, design)
    response = done.response or Response(404, "not_found")
    if response.content == "idp_logged_out" and response.details[0] is not None:
        done = _told_of_logout(done, response.details[0], number, world.clock, design)
    if response.content == "redirect":
        response = replace(response, headers=(("Location", app(provider.CALLBACK, design).text),))
    return _answered(world, done.state, send, request, response), Served(send, request, done.steps, response)


def _told_of_logout(done: Run, user: str, number: int, now: int, design: Design) -> Run:
    if design.idp_logout != "back_channel":
        return done
    told = run(back_channel(user, design), done.state, number, now, design)
    return replace(told, steps=(*done.steps, *told.steps))


def _at_the_attackers(world: World, send: Send, request: Request) -> tuple[World, Event]:
    """Another host of the site, or port of this one, is the attacker's, who knows whatever credential is sent there."""
    response = Response(200, FOREIGN_PAGE, ground="another_host")
    world = world.learns(*credentials_in(request))
    return _answered(world, world.server, send, request, response), Served(send, request, (), response)


def _waiting_for(flights: list[Flight], number: int, now: int, design: Design) -> Wait:
    """A locked session is read by one request at a time: the one that has it finishes first."""

    def wait(state: ServerState, id: SessionId) -> ServerState:
        for place, flight in enumerate(flights):
            held = flight.response is None and id in flight.holds and design.session_write == "locked"
            if held and same_store(flight.number, number, state.history, design):
                done = run(answer(flight.request, design), state, flight.number, now, design, answered=flight.steps)
                state = done.state
                flights[place] = replace(flight, steps=done.steps, response=done.response)
        return state

    return wait


def _answered(world: World, server: ServerState, send: Send, request: Request, response: Response) -> World:
    """The world with the response on its way back, and what others learn of it."""
    if not request.url.encrypted:
        handed_out = (*(cookie.value for cookie in response.set_cookies), response.token)
        world = overheard(world, tuple(value for value in handed_out if is_credential(value)))
    cached = world.cached
    if response.set_cookies and request.method == "GET" and send.device != ATTACKER:
        set_here = tuple([cookie.value for cookie in response.set_cookies if is_credential(cookie.value)])
        cached = joined(cached, set_here)
    return replace(world, server=server, cached=cached, wire=Returning(send, request, response))


def finish(world: World, design: Design) -> tuple[World, Event]:
    """Let the oldest waiting request go on to its response, which is then on its way back."""
    flight, rest = world.flights[0], world.flights[1:]
    if flight.response is not None:
        response, state, steps = flight.response, world.server, flight.steps
    else:
        done = run(
            answer(flight.request, design), world.server, flight.number, world.clock, design, answered=flight.steps
        )
        if done.response is None:
            raise AssertionError("a request that goes on after its pause ends")
        response, state, steps = done.response, done.state, done.steps
    world = _answered(replace(world, flights=rest), state, flight.send, flight.request, response)
    return world, Served(flight.send, flight.request, steps, response)
