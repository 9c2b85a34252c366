"""Micro-steps: leave, serve, receive."""

from __future__ import annotations

from sessionlab.browser.outgoing import Send
from sessionlab.cookies.policy import CHROMIUM_156
from sessionlab.http.message import Request
from sessionlab.http.url import Url
from sessionlab.tokens.terms import Reference, Secret, SessionId
from sessionlab.value import replace
from sessionlab.world.events import Left, Received, Served
from sessionlab.world.micro import advance
from sessionlab.world.observing import credentials_in, overheard
from sessionlab.world.own_page import visit
from sessionlab.world.serving import finish
from sessionlab.world.state import VICTIM, Returning, Underway, World
from tests.playbook import follow, played, under

DESIGN = under(session_created="at_visit")
ID = Reference(SessionId(1))
BLOCKED = replace(CHROMIUM_156, third_party_cookies="blocked")


def begun() -> World:
    return replace(World(), agenda=(visit(World().device(VICTIM), "/", DESIGN),))


def test_first_a_request_leaves_and_the_server_knows_nothing_of_it():
    world, event = advance(begun(), DESIGN)
    assert isinstance(event, Left)
    assert isinstance(world.wire, Underway)
    assert world.server == World().server


def test_then_it_is_served_and_the_browser_knows_nothing_of_that():
    world, event = advance(advance(begun(), DESIGN)[0], DESIGN)
    assert isinstance(event, Served)
    assert isinstance(world.wire, Returning)
    assert world.server.sessions
    assert world.device(VICTIM).jar == ()


def test_at_last_the_answer_is_taken_in():
    world = begun()
    for _ in range(3):
        world, event = advance(world, DESIGN)
    assert isinstance(event, Received)
    assert not world.busy
    assert len(world.device(VICTIM).jar) == 1


def test_a_browser_at_which_nobody_looks_takes_nothing_in():
    world = replace(begun(), unwatched=(VICTIM,))
    for _ in range(3):
        world, _ = advance(world, DESIGN)
    assert world.device(VICTIM).jar == ()
    assert world.last is not None


def test_requests_are_numbered():
    assert played("visit visit visit").server.requests == 3


def test_credentials_are_found_wherever_they_stand():
    here = Url("https", "app.example.test", 443, "/")
    request = Request("GET", here, (("a", ID), ("b", Secret(1))), (("c", ID),), (("d", "text"),), (("e", ID),))
    assert credentials_in(request) == (ID, ID, ID)


def test_the_network_hears_a_value_once():
    world = overheard(overheard(World(), (ID,)), (ID,))
    assert world.in_clear == (ID,)


def test_a_waiting_request_goes_on_from_where_it_was():
    waiting = played("login start_request=write")
    world, event = finish(waiting, under())
    assert isinstance(event, Served)
    assert event.steps[: len(waiting.flights[0].steps)] == waiting.flights[0].steps
    assert world.flights == ()


def test_another_host_is_not_the_application():
    world = replace(
        played("login", cookie_domain="parent_domain"),
        agenda=(Send(VICTIM, "GET", Url("https", "sibling.example.test", 443, "/"), "visit"),),
    )
    design = under(cookie_domain="parent_domain")
    served, event = advance(advance(world, design)[0], design)
    assert isinstance(event, Served)
    assert (event.steps, served.server, len(served.known)) == ((), world.server, 1)


def test_a_page_takes_the_new_form_token_of_its_answers():
    """Otherwise its next form would carry the token of a session that login has replaced."""
    follow(
        "visit → 200 nobody\n login → 200 marko\n action → 200 marko\n logout → 200 nobody",
        csrf_defence="synchronizer_token",
        session_created="at_visit",
    )


def test_clear_site_data_reaches_as_far_as_cookies_do():
    """Clear Site Data 3.1; a browser that gives third parties no cookies lets them clear none."""
    text = "login → 200 marko\n cross_site_request=img:/logout → 200 nobody; jar: {}"
    switches = {"logout_method": "GET", "same_site": "none", "clear_client_on_logout": False}
    follow(text.format(""), clear_site_data_on_logout=True, **switches)
    follow(text.format("session_id"), policy=BLOCKED, clear_site_data_on_logout=True, **switches)
    follow(text.format("session_id"), **switches)


def test_a_foreign_page_gets_no_token_from_the_answer_to_its_fetch():
    follow(
        "cross_site_request=fetch:/login → 200 mallory; keeps: nothing",
        session_type="jwt",
        credential_transport="authorization_header",
    )
