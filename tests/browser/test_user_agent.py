"""The user agent: what it sends for a request, what it makes of a response."""

from __future__ import annotations

import math

import pytest

from sessionlab.browser.device import Device
from sessionlab.browser.outgoing import Send
from sessionlab.browser.user_agent import (
    candidate,
    is_there,
    is_too_large,
    leave,
    redirected,
    shown_page,
    take_cookies,
)
from sessionlab.cookies.policy import CHROMIUM_156
from sessionlab.http.message import Response, SetCookie
from sessionlab.http.url import Url
from sessionlab.value import replace
from tests.playbook import under

APP = Url("https", "app.example.test", 443, "/")
PLAIN = Url("http", "app.example.test", 80, "/")
SIBLING = Url("https", "sibling.example.test", 443, "/")
EVIL = Url("https", "evil.test", 443, "/page")
DESIGN = under()
COOKIE = SetCookie("session_id", "v", secure=True, same_site="lax")
NOW = 1000


def holding(*headers: SetCookie, url: Url = APP) -> Device:
    send = Send("victim", "GET", url, "visit")
    response = Response(200, "page", set_cookies=headers)
    return take_cookies(Device("victim"), send, response, CHROMIUM_156, NOW, DESIGN)


def headers_of(send: Send) -> dict[str, str]:
    return dict(leave(Device("victim"), send, CHROMIUM_156, NOW, DESIGN)[1].headers)


def sent_names(device: Device, send: Send) -> list[str]:
    return [name for name, _ in leave(device, send, CHROMIUM_156, NOW, DESIGN)[1].cookies]


def test_a_cookie_goes_back_to_where_it_came_from():
    """Lesson, section 9."""
    device = holding(COOKIE)
    assert sent_names(device, Send("victim", "GET", APP, "visit")) == ["session_id"]
    assert sent_names(device, Send("victim", "GET", SIBLING, "visit")) == []
    assert sent_names(device, Send("victim", "GET", PLAIN, "visit")) == []


def test_cookies_with_longer_paths_go_first_then_older_ones():
    """6265bis 5.8.3 step 2."""
    device = holding(replace(COOKIE, name="old"), replace(COOKIE, name="long", path="/me"))
    later = replace(device.jar[0], name="new", creation=NOW + 1)
    device = replace(device, jar=(later, *device.jar))
    to_me = Send("victim", "GET", replace(APP, path="/me"), "visit")
    assert sent_names(device, to_me) == ["long", "old", "new"]


def test_sending_is_noted_in_the_cookie():
    device, _ = leave(holding(COOKIE), Send("victim", "GET", APP, "visit"), CHROMIUM_156, NOW + 5, DESIGN)
    assert device.jar[0].last_access == NOW + 5


def test_a_tool_sends_exactly_what_it_was_told_and_stores_nothing():
    send = Send("victim", "POST", APP, "visit", cookies=(("a", "b"),), bare=True)
    _, request = leave(holding(COOKIE), send, CHROMIUM_156, NOW, DESIGN)
    assert (request.cookies, request.headers) == ((("a", "b"),), ())
    stored = take_cookies(
        Device("victim"), send, Response(200, "page", set_cookies=(COOKIE,)), CHROMIUM_156, NOW, DESIGN
    )
    assert stored.jar == ()


@pytest.mark.parametrize(
    ("method", "kind", "initiator", "origin"),
    [
        ("GET", "visit", None, None),
        ("GET", "link", EVIL, None),
        ("POST", "form-post", EVIL, "https://evil.test"),
        ("POST", "fetch-post", APP, "https://app.example.test"),
        ("GET", "fetch", APP, None),
        ("GET", "fetch", SIBLING, "https://sibling.example.test"),
        ("GET", "img", EVIL, None),
    ],
)
def test_unsafe_methods_and_cross_origin_scripts_name_their_origin(
    method: str, kind: str, initiator: Url | None, origin: str | None
):
    """Fetch 3.2, "Origin" header."""
    assert headers_of(Send("victim", method, APP, kind, initiator)).get("Origin") == origin


def test_a_redirect_through_another_origin_hides_where_it_began():
    """Fetch 4.4: a tainted origin is sent as `null`."""
    send = Send("victim", "POST", APP, "form-post", SIBLING, via=(EVIL,))
    assert headers_of(send)["Origin"] == "null"


@pytest.mark.parametrize(
    ("initiator", "url", "referer"),
    [
        (None, APP, None),
        (APP, APP, "https://app.example.test/"),
        (EVIL, APP, "https://evil.test/"),
        (EVIL, PLAIN, None),
    ],
)
def test_the_referer_is_the_whole_page_at_home_and_its_origin_abroad(
    initiator: Url | None, url: Url, referer: str | None
):
    """Referrer Policy 3.2, strict-origin-when-cross-origin: nothing from https to http."""
    assert headers_of(Send("victim", "GET", url, "link", initiator)).get("Referer") == referer


@pytest.mark.parametrize(
    ("kind", "initiator", "site"),
    [
        ("visit", None, "none"),
        ("link", APP, "same-origin"),
        ("link", SIBLING, "same-site"),
        ("link", EVIL, "cross-site"),
    ],
)
def test_fetch_metadata_tells_how_far_the_initiator_is(kind: str, initiator: Url | None, site: str):
    """Fetch Metadata 2.3."""
    assert headers_of(Send("victim", "GET", APP, kind, initiator))["Sec-Fetch-Site"] == site


def test_plain_http_carries_no_fetch_metadata():
    """Fetch Metadata 2: sent to potentially trustworthy URLs only."""
    assert not any(name.startswith("Sec-Fetch") for name in headers_of(Send("victim", "GET", PLAIN, "visit")))


def test_a_cookie_without_domain_is_for_its_host_alone():
    """6265bis 5.7 step 10."""
    cookie = candidate(COOKIE, APP, NOW)
    assert (cookie.domain, cookie.host_only, cookie.expiry) == ("app.example.test", True, math.inf)
    wide = candidate(replace(COOKIE, domain="example.test", max_age=60), APP, NOW)
    assert (wide.domain, wide.host_only, wide.expiry) == ("example.test", False, NOW + 60)


def test_a_deletion_takes_the_cookie_out():
    device = holding(COOKIE, replace(COOKIE, value="", max_age=0))
    assert device.jar == ()


def test_a_cookie_that_is_refused_is_not_in_the_jar():
    """6265bis 5.7 steps 13 and 19, 5.6 step 5."""
    assert holding(COOKIE, url=PLAIN).jar == ()
    assert holding(replace(COOKIE, secure=False, same_site="none")).jar == ()
    assert holding(replace(COOKIE, octets=4097)).jar == ()
    assert is_too_large(4097, 4096)
    assert not is_too_large(4096, 4096)
    assert not is_too_large(10**6, None)


def test_a_cookie_that_is_not_sent_at_all_is_not_stored():
    assert holding(replace(COOKIE, sent=False)).jar == ()


def test_storing_what_is_there_changes_nothing():
    once = holding(COOKIE)
    assert holding(COOKIE, COOKIE) == once
    assert is_there(candidate(COOKIE, APP, NOW), once.jar)
    assert not is_there(candidate(replace(COOKIE, value="w"), APP, NOW), once.jar)
    assert not is_there(candidate(COOKIE, APP, NOW + 1), once.jar)


def test_a_navigation_of_the_window_shows_its_answer():
    response = Response(200, "page", form_token="t")
    shown = shown_page(Device("victim"), Send("victim", "GET", APP, "link", EVIL, replaces_page=True), response)
    assert shown.page is not None
    assert (shown.page.url, shown.page.initiator, shown.page.form_token) == (APP, EVIL, "t")
    assert shown_page(Device("victim"), Send("victim", "GET", APP, "img", EVIL), response).page is None


@pytest.mark.parametrize(
    ("status", "method", "then"),
    [
        (302, "POST", "GET"),
        (301, "POST", "GET"),
        (303, "POST", "GET"),
        (307, "POST", "POST"),
        (308, "POST", "POST"),
        (302, "GET", "GET"),
    ],
)
def test_redirects_keep_or_change_the_method(status: int, method: str, then: str):
    """Fetch 4.4, HTTP-redirect fetch."""
    send = Send("victim", method, APP, "form-post", EVIL, fields=(("a", "b"),))
    onward = redirected(send, Response(status, "redirect"), replace(APP, path="/action"))
    assert (onward.method, onward.via, onward.initiator) == (then, (APP,), EVIL)
    assert bool(onward.fields) == (then == "POST" or (status == 302 and method == "GET"))
