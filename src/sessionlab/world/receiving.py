"""A response comes back: cookies are stored or refused, pages shown, tokens kept, redirects followed."""

from __future__ import annotations

from typing import Any

from sessionlab.browser.device import Device, Page
from sessionlab.browser.outgoing import FramedClick, ProviderForm, Send
from sessionlab.browser.user_agent import REDIRECTS, context_of, redirected, shown_page, take_cookies
from sessionlab.cookies.policy import BrowserPolicy
from sessionlab.design.design import Design
from sessionlab.engine import provider
from sessionlab.engine.cors import ALLOW_CREDENTIALS, ALLOW_ORIGIN, is_readable
from sessionlab.engine.refresh import COOKIE as REFRESH_COOKIE
from sessionlab.engine.routes.logout import FORGET
from sessionlab.engine.routes.page import FRAMING
from sessionlab.http.message import Response
from sessionlab.http.site import same_origin
from sessionlab.http.url import resolve
from sessionlab.tokens.credentials import is_credential
from sessionlab.tokens.terms import ApiToken, Fact, RememberToken
from sessionlab.value import replace
from sessionlab.world.events import Event, Received
from sessionlab.world.places import app
from sessionlab.world.state import Answer, Returning, World

LOGIN_CHANGES = ("logged_in", "logged_out", "signed_out")


def receive(world: World, wire: Returning, design: Design) -> tuple[World, Event]:
    """The world after a response was taken in: learnt from, stored, followed, shown."""
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
        any(type(cookie.value) is RememberToken for cookie in response.set_cookies),
    )
    world = _after_provider(_learnt(world, send, response, design), send, response, design)
    received = Received(send, request, response)
    location = _location(response) if response.status in REDIRECTS and not send.bare else None
    if send.device in world.unwatched and location is None:
        return replace(world, last=last, wire=None), received
    device = take_cookies(world.device(send.device), send, response, world.policy, world.clock, design)
    if location is not None and not send.takes_code:
        onward = redirected(send, response, resolve(send.url, location))
        return world.with_device(device, agenda=(onward, *world.agenda), wire=None), received
    return world.with_device(_taken_in(device, send, response, world, design), last=last, wire=None), received


def _learnt(world: World, send: Send, response: Response, design: Design) -> World:
    """The world after whoever asked has read what he may of the answer, and a frame was shown or not."""
    world = _read_by_page(world, send, response, design)
    if send.learns:
        world = world.learns(*_credentials_handed_out(response, design))
    if send.takes_code:
        codes = tuple(value for name, value in response.onward if name == provider.CODE)
        world = world.learns(*(ApiToken(code.made, code.user) for code in codes))
    if not _shown_in_frame(send, response, design):
        return replace(world, agenda=tuple(one for one in world.agenda if not isinstance(one, FramedClick)))
    return world


def _taken_in(device: Device, send: Send, response: Response, world: World, design: Design) -> Device:
    """The client after an answer that leads nowhere else: tokens kept, page shown, site data cleared."""
    if send.keeps:
        return _kept_after(device, response, design)
    if send.bare or send.takes_code:
        return device
    if response.token is None:
        device = _without_memory(device, send, design)
    device = _page_after(shown_page(device, send, response), send, response, world.clock, design)
    return _site_data_cleared(device, send, response, world.policy, design)


def _after_provider(world: World, send: Send, response: Response, design: Design) -> World:
    """What the provider's pages do by themselves: post a form on, frame the application's logout, show a login form."""
    agenda = world.agenda
    if not (agenda or response.content.startswith("idp_")):
        return world
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
        return device.without_kept()
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
        device = device.without_kept()
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
            return replace(device.without_kept(), jar=())
    return device
