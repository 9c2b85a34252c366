"""Micro-steps: a request leaves, is served, its response is taken in. Between any two, equal worlds can be merged."""

from __future__ import annotations

from typing import Any

from sessionlab.browser.device import Device, Page
from sessionlab.browser.outgoing import FramedClick, FromPage, ProviderForm, Send
from sessionlab.browser.user_agent import REDIRECTS, context_of, leave, redirected, shown_page, take_cookies
from sessionlab.cookies.policy import BrowserPolicy
from sessionlab.design.design import Design
from sessionlab.engine import provider
from sessionlab.engine.cors import ALLOW_CREDENTIALS, ALLOW_ORIGIN, is_readable
from sessionlab.engine.csrf import TOKEN_FIELD
from sessionlab.engine.proofs import HEADER as PROOF_HEADER
from sessionlab.engine.refresh import COOKIE as REFRESH_COOKIE
from sessionlab.engine.routes import answer
from sessionlab.engine.routes.logout import FORGET
from sessionlab.engine.routes.oidc import back_channel
from sessionlab.engine.routes.page import FRAMING
from sessionlab.engine.steps import LookUp
from sessionlab.http.message import Request, Response
from sessionlab.http.site import same_origin
from sessionlab.http.url import Url, resolve
from sessionlab.servers.simulated import Run, run
from sessionlab.servers.state import VICTIM as VICTIMS_ACCOUNT
from sessionlab.servers.state import ServerState
from sessionlab.tokens.credentials import PRESENTABLE, is_credential
from sessionlab.tokens.terms import ApiToken, Fact, SessionId
from sessionlab.value import replace
from sessionlab.world.events import Event, Left, Received, Served
from sessionlab.world.own_page import ask_again, post
from sessionlab.world.places import APP_HOST, IDP_LOGIN, app
from sessionlab.world.state import ATTACKER, VICTIM, Answer, Flight, Planned, Returning, Underway, World

LOGIN_CHANGES = ("logged_in", "logged_out", "signed_out")
FOREIGN_PAGE = "foreign_page"


def advance(world: World, design: Design) -> tuple[World, Event]:
    """The next micro-step of the action under way."""
    if world.wire is None:
        return _leave(replace(world, agenda=world.agenda[1:]), world.agenda[0], design)
    if isinstance(world.wire, Underway):
        return _serve(replace(world, wire=None), world.wire, design)
    return _receive(replace(world, wire=None), world.wire, design)


def _leave(world: World, planned: Planned, design: Design) -> tuple[World, Event]:
    send = planned if isinstance(planned, Send) else _made_now(world, planned, design)
    if not send.url.encrypted:
        send = replace(send, url=_with_hsts(send.url, design))
    device, request = leave(world.device(send.device), send, world.policy, world.clock, design)
    world = world.with_device(device)
    if not request.url.encrypted:
        world = overheard(world, credentials_in(request))
    if send.device != ATTACKER:
        world = replace(world, passed=shown_in(request))
    return replace(_in_logs(world, request), wire=Underway(send, request)), Left(send, request)


def _made_now(world: World, planned: FromPage | FramedClick | ProviderForm, design: Design) -> Send:
    if isinstance(planned, FromPage):
        return post(world, planned, design)
    if isinstance(planned, ProviderForm):
        return _provider_form(world, planned)
    send = post(world, FromPage(VICTIM, "/action", ask_again(VICTIMS_ACCOUNT, world.server, design)), design)
    token = world.last.form_token if world.last is not None else None
    fields = tuple((name, token if name == TOKEN_FIELD else value) for name, value in send.fields)
    return replace(send, initiator=app("/", design), around=(planned.page, app("/", design)), fields=fields)


def _provider_form(world: World, form: ProviderForm) -> Send:
    page = Url("https", provider.HOST, 443, "/authorize")
    onward = () if world.last is None else world.last.onward
    fields = (*form.fields, *onward)
    return Send(form.device, "POST", IDP_LOGIN, "form-post", page, fields=fields, replaces_page=True)


def _with_hsts(url: Url, design: Design) -> Url:
    """A browser that has learned HSTS for this host asks over https instead (RFC 6797 8.3)."""
    if design.hsts == "none":
        return url
    return replace(url, scheme="https", port=443)


def credentials_in(request: Request) -> tuple[Any, ...]:
    """The login credentials that a request carries, wherever they stand."""
    pairs = (*request.cookies, *request.headers, *request.fields, *request.query)
    return tuple(value for _, value in pairs if is_credential(value))


def shown_in(request: Request) -> tuple[Any, ...]:
    """What whoever sees one request in the clear learns from it; a proof comes before what it proves."""
    pairs = (*request.cookies, *request.headers, *request.fields, *request.query)
    proofs = tuple(value for name, value in request.headers if name == PROOF_HEADER)
    return (*proofs, *(value for _, value in pairs if isinstance(value, PRESENTABLE)))


def _in_logs(world: World, request: Request) -> World:
    """The world after a request may have been written to the logs: its URL to one, its headers to the other."""
    urls = tuple(value for _, value in request.query if is_credential(value))
    heads = tuple(value for _, value in (*request.cookies, *request.headers) if is_credential(value))
    if not (urls or heads):
        return world
    return replace(world, logged_urls=_with(world.logged_urls, urls), logged=_with(world.logged, heads))


def _with(known: tuple[Any, ...], fresh: tuple[Any, ...]) -> tuple[Any, ...]:
    return (*(value for value in known if value not in fresh), *fresh)


def overheard(world: World, credentials: tuple[Any, ...]) -> World:
    """The world after these credentials crossed the network unencrypted."""
    fresh = tuple(value for value in credentials if value not in world.in_clear)
    return replace(world, in_clear=(*world.in_clear, *fresh)) if fresh else world


def _serve(world: World, wire: Underway, design: Design) -> tuple[World, Event]:
    send, request = wire.send, wire.request
    if request.url.host == provider.HOST:
        return _at_the_provider(world, send, request, design)
    if request.url.host != APP_HOST:
        return _at_the_attackers(world, send, request)
    if not request.url.encrypted and design.tls == "https_only":
        return world, Served(send, request, (), None, listening=False)
    number = world.server.requests + 1
    flights = list(world.flights)

    def wait(state: ServerState, id: SessionId) -> ServerState:
        return _wait_for_lock(state, id, flights, world.clock, design)

    done = run(
        answer(request, design),
        replace(world.server, requests=number),
        number,
        world.clock,
        design,
        halts=send.halts,
        wait=wait if flights else None,
    )
    world = replace(world, server=done.state, flights=tuple(flights))
    if done.response is None:
        holds = tuple(step.id for step, _ in done.steps if isinstance(step, LookUp))
        world = replace(world, flights=(*flights, Flight(send, request, number, done.steps, holds)))
        return world, Served(send, request, done.steps, None)
    return _answered(world, send, request, done.response), Served(send, request, done.steps, done.response)


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
    world = replace(world, server=done.state)
    return _answered(world, send, request, response), Served(send, request, done.steps, response)


def _told_of_logout(done: Run, user: str, number: int, now: int, design: Design) -> Run:
    if design.idp_logout != "back_channel":
        return done
    told = run(back_channel(user, design), done.state, number, now, design)
    return replace(told, steps=(*done.steps, *told.steps))


def _at_the_attackers(world: World, send: Send, request: Request) -> tuple[World, Event]:
    """Another host of the site is the attacker's: whatever credential a browser sends there, the attacker knows."""
    response = Response(200, FOREIGN_PAGE, ground="another_host")
    world = world.learns(*credentials_in(request))
    return _answered(world, send, request, response), Served(send, request, (), response)


def _wait_for_lock(state: ServerState, id: SessionId, flights: list[Flight], now: int, design: Design) -> ServerState:
    """A locked session is read by one request at a time: the one that has it finishes first."""
    for place, flight in enumerate(flights):
        if flight.response is None and id in flight.holds and design.session_write == "locked":
            done = run(answer(flight.request, design), state, flight.number, now, design, answered=flight.steps)
            state = done.state
            flights[place] = replace(flight, steps=done.steps, response=done.response)
    return state


def _answered(world: World, send: Send, request: Request, response: Response) -> World:
    if not request.url.encrypted:
        handed_out = (*(cookie.value for cookie in response.set_cookies), response.token)
        world = overheard(world, tuple(value for value in handed_out if is_credential(value)))
    if request.method == "GET" and send.device != ATTACKER:
        set_here = tuple(cookie.value for cookie in response.set_cookies if is_credential(cookie.value))
        world = replace(world, cached=_with(world.cached, set_here)) if set_here else world
    return replace(world, wire=Returning(send, request, response))


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
    world = replace(world, server=state, flights=rest)
    return _answered(world, flight.send, flight.request, response), Served(flight.send, flight.request, steps, response)


def _receive(world: World, wire: Returning, design: Design) -> tuple[World, Event]:
    send, request, response = wire.send, wire.request, wire.response
    last = Answer(
        send.device,
        send.bare,
        response.status,
        response.content,
        response.user,
        response.form_token,
        response.onward,
        response.ground,
    )
    world = _read_by_page(world, send, response, design)
    if send.learns:
        world = world.learns(*_credentials_handed_out(response, design))
    if not _shown_in_frame(send, response, design):
        world = replace(world, agenda=tuple(one for one in world.agenda if not isinstance(one, FramedClick)))
    world = _after_provider(world, send, response, design)
    if send.device in world.unwatched:
        return replace(world, last=last), Received(send, request, response)
    device = world.device(send.device)
    device = take_cookies(device, send, response, world.policy, world.clock, design)
    if send.takes_code:
        codes = tuple(value for name, value in response.onward if name == provider.CODE)
        world = world.learns(*(ApiToken(code.made, code.user) for code in codes))
        return replace(world.with_device(device), last=last), Received(send, request, response)
    location = _location(response) if response.status in REDIRECTS else None
    if location is not None and not send.bare:
        onward = redirected(send, response, resolve(send.url, location))
        world = replace(world.with_device(device), agenda=(onward, *world.agenda))
        return world, Received(send, request, response)
    if send.keeps:
        device = _kept_after(device, response, design)
    if not send.bare:
        if response.token is None:
            device = _without_memory(device, send, design)
        device = shown_page(device, send, response)
        device = _page_after(device, send, response, world.clock, design)
        device = _site_data_cleared(device, send, response, world.policy, design)
    return replace(world.with_device(device), last=last), Received(send, request, response)


def _after_provider(world: World, send: Send, response: Response, design: Design) -> World:
    """What the provider's pages do by themselves: post a form on, frame the application's logout, show a login form."""
    agenda = world.agenda
    if response.status not in REDIRECTS and response.content != "idp_login_form":
        agenda = tuple(one for one in agenda if not isinstance(one, ProviderForm))
    if response.content == "idp_form_post":
        url = app(provider.CALLBACK, design)
        onward = Send(send.device, "POST", url, "form-post", send.url, fields=response.onward, replaces_page=True)
        agenda = (onward, *agenda)
    if response.content == "idp_logged_out" and design.idp_logout == "front_channel":
        agenda = (Send(send.device, "GET", app("/frontchannel-logout", design), "iframe", send.url), *agenda)
    return world if agenda == world.agenda else replace(world, agenda=agenda)


def _read_by_page(world: World, send: Send, response: Response, design: Design) -> World:
    """What the asking page reads of the answer, if the browser lets it."""
    if not send.reads or send.initiator is None or response.user is None:
        return world
    found = dict(response.headers)
    allowed = (found.get(ALLOW_ORIGIN), found.get(ALLOW_CREDENTIALS))
    if not design.outcome(is_readable, *allowed, send.initiator.origin):
        return world
    return world.learns(Fact(response.user, "user"))


def _credentials_handed_out(response: Response, design: Design) -> tuple[Any, ...]:
    """What a tool keeps of an answer; the access token stands last."""
    refresh = [cookie.value for cookie in response.set_cookies if cookie.name == REFRESH_COOKIE]
    login = [cookie.value for cookie in response.set_cookies if is_credential(cookie.value)]
    return tuple(design.settle(value) for value in (*refresh, response.refresh_token, *login, response.token))


def _shown_in_frame(send: Send, response: Response, design: Design) -> bool:
    """Is a framed page shown to the user, or has it asked not to be framed?"""
    if send.kind != "iframe":
        return True
    return all(design.settle(value) is None for name, value in response.headers if name == FRAMING)


def _location(response: Response) -> str | None:
    return next((value for name, value in response.headers if name == "Location"), None)


def _without_memory(device: Device, send: Send, design: Design) -> Device:
    """What a page's script keeps in its memory goes with the page, whatever page comes next."""
    if send.replaces_page and device.kept is not None and design.outcome(_is_memory, device.kept_in):
        return replace(device, kept=None, kept_in=None, kept_refresh=None)
    return device


def _is_memory(storage: str) -> bool:
    return storage == "js_memory"


def _page_after(device: Device, send: Send, response: Response, now: int, design: Design) -> Device:
    """What the page's script does with an answer: keep or forget a token, take the new form token, note the time."""
    by_own_script = send.kind.startswith("fetch") and (send.initiator is None or same_origin(send.initiator, send.url))
    if not (send.replaces_page or by_own_script):
        return device
    device = _kept_after(device, response, design)
    device = replace(device, page=_page_with(device.page, response))
    signed_in = now if response.content == "logged_in" else device.signed_in
    return replace(device, used=now, signed_in=None if response.content == "logged_out" else signed_in)


def _kept_after(device: Device, response: Response, design: Design) -> Device:
    """What a script or a program keeps of the tokens in an answer, or forgets at its word."""
    token = design.settle(response.token)
    if token == FORGET:
        device = replace(device, kept=None, kept_in=None, kept_refresh=None)
    elif token is not None:
        device = replace(device, kept=token, kept_in=design.later("client_storage"))
    if response.page_tokens != ():
        device = replace(device, page_tokens=response.page_tokens)
    if response.refresh_token is not None:
        device = replace(device, kept_refresh=response.refresh_token)
    return device


def _page_with(page: Page | None, response: Response) -> Page | None:
    if page is None:
        return None
    if response.form_token is not None:
        page = replace(page, form_token=response.form_token)
    return replace(page, content=response.content) if response.content in LOGIN_CHANGES else page


def _site_data_cleared(device: Device, send: Send, response: Response, policy: BrowserPolicy, design: Design) -> Device:
    """`Clear-Site-Data` empties jar and storage for the site, over https only (Clear Site Data 3.1).

    It works for subresources too, as far as they have the site's cookies at all: not where third parties have none.
    """
    if not response.headers or (policy.third_party_cookies == "blocked" and context_of(send, policy).store.third_party):
        return device
    for name, value in response.headers:
        something = send.url.encrypted and (device.jar or device.kept is not None)
        if name == "Clear-Site-Data" and something and design.settle(value) is not None:
            return replace(device, jar=(), kept=None, kept_in=None, kept_refresh=None)
    return device
