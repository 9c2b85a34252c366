"""Requests in octets."""

from __future__ import annotations

from sessionlab.http.message import Request
from sessionlab.http.raw import RawResponse, raw_request
from sessionlab.http.url import parse_url

URL = parse_url("https://app.example.test/login")


def test_host_and_cookies_are_headers_as_browsers_make_them():
    raw = raw_request(Request("GET", URL, cookies=(("a", "1"), ("b", "2"))))
    assert raw.headers == (("Host", "app.example.test"), ("Accept", "*/*"), ("Cookie", "a=1; b=2"))
    assert (raw.scheme, raw.target, raw.body) == ("https", "/login", b"")


def test_fields_are_a_form_and_a_query_stands_in_the_target():
    raw = raw_request(Request("POST", URL, fields=(("user", "a b"),), query=(("t", "x&y"),)))
    assert raw.target == "/login?t=x%26y"
    assert raw.body == b"user=a+b"
    assert ("Content-Type", "application/x-www-form-urlencoded") in raw.headers


def test_a_token_is_a_bearer_credential():
    """RFC 6750 2.1."""
    assert ("Authorization", "Bearer t") in raw_request(Request("GET", URL, headers=(("Authorization", "t"),))).headers


def test_values_can_be_written_by_somebody_who_knows_them():
    raw = raw_request(Request("GET", URL, cookies=(("a", 7),)), text=lambda value: f"<{value}>")
    assert ("Cookie", "a=<7>") in raw.headers


def test_all_headers_of_a_name_are_found_in_their_order():
    raw = RawResponse(200, (("set-cookie", "a=1"), ("date", "now"), ("set-cookie", "b=2")), b"")
    assert raw.all("Set-Cookie") == ("a=1", "b=2")
    assert raw.all("location") == ()
