"""A request leaves: the plan becomes a request, with the cookies that go and the marks that it leaves on its way."""

from __future__ import annotations

from sessionlab.browser.outgoing import FramedClick, FromPage, ProviderForm, Send
from sessionlab.browser.user_agent import leave
from sessionlab.design.design import Design
from sessionlab.engine import provider
from sessionlab.engine.csrf import TOKEN_FIELD
from sessionlab.http.url import Url
from sessionlab.servers.state import VICTIM as VICTIMS_ACCOUNT
from sessionlab.value import replace
from sessionlab.world.events import Event, Left
from sessionlab.world.observing import credentials_in, in_logs, overheard, shown_in
from sessionlab.world.own_page import ask_again, post
from sessionlab.world.places import IDP_LOGIN, app
from sessionlab.world.state import ATTACKER, VICTIM, Planned, Underway, World


def send_off(world: World, planned: Planned, design: Design) -> tuple[World, Event]:
    """The world with the planned request on its way."""
    send = planned if isinstance(planned, Send) else _made_now(world, planned, design)
    if not send.url.encrypted:
        send = replace(send, url=_with_hsts(send.url, design))
    device, request = leave(world.device(send.device), send, world.policy, world.clock, design)
    shown = shown_in(request)
    if shown:
        if not request.url.encrypted:
            world = overheard(world, credentials_in(request))
        world = in_logs(world, request)
    passed, passing = (world.passed, world.passing) if send.device == ATTACKER else (shown, request)
    return world.with_device(device, passed=passed, passing=passing, wire=Underway(send, request)), Left(send, request)


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
