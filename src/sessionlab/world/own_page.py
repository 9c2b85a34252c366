"""What the application's own page does in a browser: its script adds what the design wants on each request."""

from __future__ import annotations

from typing import Any

from sessionlab.browser.device import Device
from sessionlab.browser.outgoing import Send
from sessionlab.design.design import Design
from sessionlab.engine.credential import TOKEN_HEADER, TOKEN_PARAMETER
from sessionlab.engine.csrf import OWN_HEADER, TOKEN_FIELD, header_if_used
from sessionlab.http.message import Pairs
from sessionlab.servers.state import ServerState, password_of
from sessionlab.tokens.terms import is_credential
from sessionlab.value import Value
from sessionlab.world.places import APP_HOST, app


class Carried(Value):
    """Where the page's script puts the credential that it keeps."""

    headers: Pairs = ()
    fields: Pairs = ()
    query: Pairs = ()


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


def ask(device: Device, path: str, design: Design) -> Send:
    """The page's script asks with GET; without a page of the application, the user types the address."""
    page = device.page
    if page is None or not is_open(device):
        return visit(device, path, design)
    carried = _carried(device, design)
    method, kind = ("POST", "fetch-post") if carried.fields else ("GET", "fetch-same-origin")
    return Send(
        device.name,
        method,
        app(path, design),
        kind,
        page.url,
        headers=carried.headers,
        fields=carried.fields,
        query=carried.query,
        referrer_policy=design.later("referrer_policy"),
    )


def post(device: Device, path: str, design: Design, fields: Pairs = (), halts: bool = False) -> Send:
    """The page's script sends a form: with its CSRF token and header, where the design uses them."""
    page = device.page
    carried = _carried(device, design)
    own = (OWN_HEADER, design.later("csrf_defence", header_if_used))
    return Send(
        device.name,
        "POST",
        app(path, design),
        "fetch-post",
        page.url if page is not None else None,
        headers=(*carried.headers, own),
        fields=(*fields, (TOKEN_FIELD, page.form_token if page is not None else None), *carried.fields),
        query=carried.query,
        halts=halts,
        referrer_policy=design.later("referrer_policy"),
    )


def ask_again(account: str, server: ServerState, design: Design) -> Pairs:
    """The user types the password again where the page of a sensitive action asks for it; nobody else can."""
    known = server.account(account)
    if known is None or not design.possibly("reauthenticate_sensitive_actions", bool):
        return ()
    wanted = design.later("reauthenticate_sensitive_actions", _if_wanted, password_of(known))
    return (("current_password", wanted),)


def _if_wanted(wanted: bool, password: str) -> str | None:
    return password if wanted else None


def _carried(device: Device, design: Design) -> Carried:
    if device.kept is None:
        return Carried()
    return carry(device.kept, design)


def carry(credential: Any, design: Design) -> Carried:
    """The credential in the place where a client that is no cookie jar puts it."""
    return design.decide("credential_transport", _carry, credential)


def _in_address(transport: str, credential: Any) -> Pairs:
    return _carry(transport, credential).query


def _carry(transport: str, credential: Any) -> Carried:
    if transport == "authorization_header":
        return Carried(headers=(("Authorization", credential),))
    if transport == "custom_header":
        return Carried(headers=((TOKEN_HEADER, credential),))
    if transport == "url_query":
        return Carried(query=((TOKEN_PARAMETER, credential),))
    if transport == "request_body":
        return Carried(fields=((TOKEN_PARAMETER, credential),))
    return Carried()


def held(device: Device) -> Any:
    """The login credential that this browser holds, the newest first in its jar, else what its page keeps; or None."""
    for cookie in reversed(device.jar):
        if is_credential(cookie.value):
            return cookie.value
    return device.kept
