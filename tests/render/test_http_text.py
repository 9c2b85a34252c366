"""Requests and responses as octets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from sessionlab.browser.user_agent import candidate, context_of
from sessionlab.cookies.canonical import canonicalise
from sessionlab.cookies.parse import ParsedCookie, parse
from sessionlab.cookies.policy import CHROMIUM_156, RFC_6265
from sessionlab.design.design import Design
from sessionlab.render.form import Request, Response
from sessionlab.render.http_text import (
    clock_time,
    reason,
    request_message,
    response_message,
    set_cookie_text,
)
from sessionlab.render.pen import pen_for
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.play import play
from sessionlab.world.state import START
from tests.agreement.plays import plays
from tests.render.plays import last


def request(choices: str, actions: str) -> Request:
    found = last(choices, actions).request
    assert found is not None
    return found


def response(choices: str, actions: str) -> Response:
    found = last(choices, actions).response
    assert found is not None
    return found


def test_a_request_begins_with_its_line_and_its_host():
    lines = request("", "login me").text.split("\r\n")
    assert lines[0] == "GET /me HTTP/1.1"
    assert lines[1] == "Host: app.example.test"
    assert lines[2].startswith("Cookie: session_id=sid_1002_")


def test_a_form_is_url_encoded_and_its_length_is_told():
    shown = request("", "login")
    assert shown.body == "user=marko%40example.test&password=correct+horse"
    assert ("Content-Type", "application/x-www-form-urlencoded") in shown.headers
    assert ("Content-Length", str(len(shown.body))) in shown.headers
    assert shown.text.endswith("\r\n\r\n" + shown.body)


def test_a_token_travels_as_a_bearer_token():
    shown = request("session_type=jwt credential_transport=authorization_header client_storage=js_memory", "login me")
    assert dict(shown.headers)["Authorization"].startswith("Bearer eyJ")


def test_a_token_in_the_address_is_part_of_the_request_line():
    shown = request("session_type=jwt credential_transport=url_query client_storage=js_memory", "login me")
    assert shown.text.startswith("GET /me?access_token=eyJ")
    assert "access_token=eyJ" in shown.url


def test_attributes_stand_in_their_usual_order():
    line = dict(response("", "login").headers)["Set-Cookie"]
    assert line.partition("; ")[2] == "Path=/; HttpOnly; Secure; SameSite=Lax"


def test_whoever_is_nobody_is_told_how_to_become_somebody():
    shown = response("", "me")
    assert (shown.status, shown.reason, shown.body) == (401, "Unauthorized", '{"user": null}')
    assert "WWW-Authenticate" in dict(shown.headers)


def test_whoever_is_somebody_is_told_his_name():
    assert '"user": "marko@example.test"' in response("", "login me").body


def test_a_method_that_is_not_taken_is_answered_with_those_that_are():
    assert dict(response("", "login cross_site_request=link:/logout").headers)["Allow"] == "POST"


def test_a_page_carries_the_token_of_its_form():
    assert 'name="csrf_token" value="csrf_' in response("csrf_defence=synchronizer_token", "visit").body


def test_a_site_may_ask_for_encryption_from_now_on():
    assert dict(response("hsts=host", "visit").headers)["Strict-Transport-Security"] == "max-age=31536000"
    assert "Strict-Transport-Security" not in dict(response("", "visit").headers)


@pytest.mark.parametrize(
    ("status", "words"), [(200, "OK"), (302, "Found"), (403, "Forbidden"), (405, "Method Not Allowed")]
)
def test_a_status_has_its_words(status: int, words: str):
    assert reason(status) == words


def test_times_are_written_as_people_read_them():
    assert clock_time(START + 600) == "10:10:00"
    assert clock_time(START + 86_400) == "2 Jan 2027, 10:00:00"


@settings(max_examples=80, deadline=None)
@given(plays())
def test_the_written_cookie_says_what_the_browser_stored(made_up: tuple[Design, tuple[Action, ...]]):
    """Parsing the Set-Cookie text by the book gives the cookie that the simulated browser made of the term."""
    design, actions = made_up
    done = play(design, actions)
    pen = pen_for(done)
    for exchange in done.exchanges:
        if exchange.response is None or exchange.send is None or exchange.send.bare:
            continue
        now = exchange.after.clock
        for header in exchange.response.set_cookies:
            meant = candidate(header, exchange.send.url, now)
            # RFC 6265 knows no limit of size, so that a cookie which is too large can be read back as well.
            parsed = parse(set_cookie_text(header, pen.how), RFC_6265)
            assert isinstance(parsed, ParsedCookie)
            read = canonicalise(parsed, context_of(exchange.send, CHROMIUM_156).store, CHROMIUM_156, now).cookie
            assert read == replace(meant, value=pen.text(header.value), octets=read.octets)
            assert (read.octets > 4096) == (header.octets > 4096)


@settings(max_examples=50, deadline=None)
@given(plays())
def test_messages_are_well_formed(made_up: tuple[Design, tuple[Action, ...]]):
    design, actions = made_up
    done = play(design, actions)
    pen = pen_for(done)
    for exchange in done.exchanges:
        if exchange.request is None:
            continue
        messages = [request_message(exchange.request, pen.how)]
        if exchange.response is not None:
            clock = exchange.after.clock
            messages.append(response_message(exchange.response, exchange.request, clock, design, pen.how))
        for message in messages:
            head, _, body = message.text.partition("\r\n\r\n")
            assert head.isascii()
            assert "\n" not in head.replace("\r\n", "")
            assert all(": " in line for line in head.split("\r\n")[1:])
            length = dict(message.headers).get("Content-Length", "0")
            assert int(length) == len(body.encode())
