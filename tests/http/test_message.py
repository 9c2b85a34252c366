"""Requests and responses as values."""

from __future__ import annotations

from sessionlab.http.message import Request, Response, SetCookie
from sessionlab.http.url import Url

HERE = Url("https", "app.example.test", 443, "/")


def test_the_first_header_or_field_of_a_name_counts():
    request = Request("POST", HERE, headers=(("A", 1), ("A", 2)), fields=(("b", 3), ("b", 4)))
    assert (request.header("A"), request.field("b")) == (1, 3)
    assert (request.header("B"), request.field("a")) == (None, None)


def test_a_cookie_says_by_itself_only_that_it_is_for_this_host_and_browser_session():
    """RFC 6265bis 4.1.2: what a Set-Cookie without attributes means, with the Path that the lab always writes."""
    cookie = SetCookie("n", "v")
    assert (cookie.domain, cookie.max_age, cookie.same_site, cookie.path) == (None, None, "unset", "/")
    assert (cookie.secure, cookie.http_only, cookie.sent) == (False, False, True)


def test_messages_are_values():
    assert Request("GET", HERE) == Request("GET", HERE)
    assert hash(Response(200, "page")) == hash(Response(200, "page"))
    assert Response(200, "page") != Response(200, "page", user="marko")


def test_the_first_of_a_name_counts():
    asked = Request(
        "POST",
        Url("https", "app.example.test", 443, "/"),
        cookies=(("a", 1), ("b", 2), ("a", 3)),
        query=(("code", "address"),),
        fields=(("code", "body"), ("state", "body")),
    )
    assert [asked.cookie(name) for name in "abc"] == [1, 2, None]
    assert [asked.parameter(name) for name in ("code", "state", "prompt")] == ["address", "body", None]
