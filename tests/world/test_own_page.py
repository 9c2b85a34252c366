"""What the application's own page does in a browser."""

from __future__ import annotations

import pytest

from sessionlab.browser.device import Device, Page
from sessionlab.browser.outgoing import FromPage, Send
from sessionlab.design.design import Design
from sessionlab.design.space import design_from
from sessionlab.engine.csrf import OWN_HEADER, TOKEN_FIELD
from sessionlab.tokens.terms import Reference, SessionId
from sessionlab.world.own_page import PAGES, held, is_open, is_program, visit
from sessionlab.world.own_page import ask as ask_in
from sessionlab.world.own_page import post as post_in
from sessionlab.world.places import SIBLING_PAGE, app
from sessionlab.world.state import World
from tests.playbook import played, under

DESIGN = under()
HERE = app("/", DESIGN)
ID = Reference(SessionId(1))


def showing(content: str = "page", url=HERE, **more) -> Device:
    return Device("victim", page=Page(url, content=content, form_token="token"), **more)


def ask(device: Device, path: str, design: Design) -> Send:
    return ask_in(World().with_device(device), device.name, path, design)


def post(device: Device, path: str, design: Design) -> Send:
    return post_in(World().with_device(device), FromPage(device.name, path), design)


def test_a_page_with_a_script_is_open():
    assert all(is_open(showing(content)) for content in PAGES)
    assert not is_open(showing("me"))
    assert not is_open(showing(url=SIBLING_PAGE))
    assert not is_open(Device("victim"))


def test_an_open_page_asks_by_script_and_otherwise_the_user_types():
    assert ask(showing(), "/me", DESIGN).kind == "fetch-same-origin"
    assert ask(showing(), "/me", DESIGN).initiator == HERE
    assert ask(Device("victim"), "/me", DESIGN) == visit(Device("victim"), "/me", DESIGN)
    assert visit(Device("victim"), "/me", DESIGN).replaces_page


@pytest.mark.parametrize(
    ("transport", "part", "method"),
    [
        ("authorization_header", "headers", "GET"),
        ("custom_header", "headers", "GET"),
        ("url_query", "query", "GET"),
        ("request_body", "fields", "POST"),
    ],
)
def test_a_script_puts_its_credential_where_the_design_says(transport: str, part: str, method: str):
    """RFC 6750 section 2; a body needs a method that has one."""
    design = under(session_type="jwt", credential_transport=transport)
    send = ask(showing(kept=ID), "/me", design)
    assert [value for _, value in getattr(send, part) if value is not None] == [ID]
    assert send.method == method


def test_a_form_carries_its_csrf_token_and_header():
    send = post(showing(), "/action", under(csrf_defence="custom_header"))
    assert dict(send.fields)[TOKEN_FIELD] == "token"
    assert dict(send.headers)[OWN_HEADER] is not None
    assert dict(post(showing(), "/action", DESIGN).headers)[OWN_HEADER] is None


def test_a_browser_holds_the_newest_credential_of_its_jar_or_what_its_page_keeps():
    assert held(Device("victim")) is None
    assert held(showing(kept=ID)) == ID
    in_jar = played("login").device("victim")
    assert held(in_jar) == in_jar.jar[0].value
    csrf = played("visit", csrf_defence="double_submit_naive").device("victim")
    assert csrf.jar
    assert held(csrf) is None


def test_a_program_has_no_page_and_no_jar_and_keeps_what_it_is_given():
    design = design_from({"session_type": "api_key"})
    send = ask(Device("victim", kept=ID), "/me", design)
    assert is_program(design)
    assert (send.bare, send.keeps, send.initiator, send.cookies) == (True, True, None, ())
    assert not is_program(under(client_type="mobile_app"))
    assert not is_program(under(client_type="single_page_app", session_type="jwt", credential_transport="url_query"))


def test_a_single_page_application_asks_for_json():
    """Beside that it is a browser like any other (draft-ietf-oauth-browser-based-apps)."""
    assert dict(ask(showing(), "/me", under(client_type="single_page_app")).headers)["Accept"] == "application/json"
    assert dict(ask(showing(), "/me", DESIGN).headers)["Accept"] is None
