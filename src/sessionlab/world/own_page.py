"""What the application's own page does in a browser: its script adds what the design wants on each request."""

from __future__ import annotations

from typing import Any

from sessionlab.browser.device import Device
from sessionlab.browser.outgoing import FromPage, Send, with_value
from sessionlab.design.design import Design
from sessionlab.engine.csrf import OWN_HEADER, TOKEN_FIELD, header_if_used
from sessionlab.http.message import Pairs
from sessionlab.servers.state import ServerState, password_of
from sessionlab.tokens.credentials import is_credential
from sessionlab.world.places import APP_HOST, app
from sessionlab.world.presenting import About, Carried, place, present
from sessionlab.world.state import World

PAGES = ("page", "read", "cart", "logged_in", "logged_out", "signed_out")
"""Answers that are pages with a script; the others are data or errors shown as they are."""


def is_open(device: Device) -> bool:
    """Does this browser show a page of the application, with its script?"""
    page = device.page
    return page is not None and page.url.host == APP_HOST and page.content in PAGES


def visit(device: Device, path: str, design: Design, query: Pairs = ()) -> Send:
    """The user types the address."""
    if device.kept is not None:
        # Where the credential travels in URLs, the address itself carries it.
        query = (*query, *design.decide("credential_transport", _in_address, device.kept))
    return Send(device.name, "GET", app(path, design), "visit", query=query, replaces_page=True)


def ask(world: World, name: str, path: str, design: Design) -> Send:
    """The client asks with GET: its page's script, its program, or the user who types the address."""
    device = world.device(name)
    if not is_open(device):
        return (
            _of_program(world, FromPage(name, path), design, "GET")
            if is_program(design)
            else visit(device, path, design)
        )
    carried = _carried(device, "GET", path, (), world, design)
    method, kind = ("POST", "fetch-post") if carried.fields else ("GET", "fetch-same-origin")
    accepted = (ACCEPT, design.later("client_type", accepts))
    return Send(
        name,
        method,
        app(path, design),
        kind,
        device.page.url if device.page is not None else None,
        headers=(*carried.headers, accepted),
        fields=carried.fields,
        query=carried.query,
        referrer_policy=design.later("referrer_policy"),
    )


def post(world: World, form: FromPage, design: Design) -> Send:
    """The client sends a form: its page's script with its CSRF token and header where the design uses them."""
    device = world.device(form.device)
    page = device.page
    if page is None and is_program(design):
        return _of_program(world, form, design, "POST")
    fields = (*form.fields, (TOKEN_FIELD, page.form_token if page is not None else None))
    carried = _carried(device, "POST", form.path, fields, world, design)
    own = (OWN_HEADER, design.later("csrf_defence", header_if_used))
    return Send(
        device.name,
        "POST",
        app(form.moved or form.path, design),
        "fetch-post",
        page.url if page is not None else None,
        headers=(*carried.headers, own, (ACCEPT, design.later("client_type", accepts))),
        fields=(*fields, *carried.fields, *form.changed),
        query=carried.query,
        halts=form.halts,
        referrer_policy=design.later("referrer_policy"),
    )


ACCEPT = "Accept"


def accepts(client_type: str) -> str | None:
    """A single-page application's script asks for JSON, and sends it; a page with forms leaves that to the browser."""
    return "application/json" if client_type == "single_page_app" else None


def _of_program(world: World, form: FromPage, design: Design, method: str) -> Send:
    """A program's request: no page, no jar, no headers of a browser; it keeps the tokens that it is given."""
    device = world.device(form.device)
    carried = _carried(device, method, form.path, form.fields, world, design)
    return Send(
        device.name,
        "POST" if carried.fields else method,
        app(form.moved or form.path, design),
        "visit",
        headers=carried.headers,
        fields=(*form.fields, *carried.fields, *form.changed),
        query=carried.query,
        halts=form.halts,
        bare=True,
        keeps=True,
        key=carried.key,
    )


def is_program(design: Design) -> bool:
    """Is the client a program, without a browser's jar and page?"""
    return bool(design.settle(design.later(("client_type", "credential_transport"), _is_program)))


BROWSERS = ("browser", "single_page_app")


def _is_program(client_type: str, transport: str) -> bool:
    return client_type not in BROWSERS and transport != "cookie"


def can_ask(device: Device, design: Design) -> bool:
    """Can this client send a form now: from an open page, or as a program?"""
    return is_open(device) or is_program(design)


def _carried(device: Device, method: str, path: str, fields: Pairs, world: World, design: Design) -> Carried:
    if device.kept is None:
        return Carried()
    number = world.server.requests + 1
    return present(device.kept, About(method, path, with_value(fields), world.clock, number, device.name), design)


def ask_again(account: str, server: ServerState, design: Design) -> Pairs:
    """The user types the password again where the page of a sensitive action asks for it; nobody else can."""
    known = server.account(account)
    if known is None or not design.possibly("reauthenticate_sensitive_actions", bool):
        return ()
    wanted = design.later("reauthenticate_sensitive_actions", _if_wanted, password_of(known))
    return (("current_password", wanted),)


def _if_wanted(wanted: bool, password: str) -> str | None:
    return password if wanted else None


def _in_address(transport: str, credential: Any) -> Pairs:
    return place(transport, credential).query


def held(device: Device) -> Any:
    """The login credential that this browser holds, the newest first in its jar, else what its page keeps; or None."""
    for cookie in reversed(device.jar):
        if is_credential(cookie.value):
            return cookie.value
    return device.kept
