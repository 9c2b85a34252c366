"""Requests that are about to be made."""

from __future__ import annotations

from sessionlab.browser.outgoing import FromPage, Send, with_value
from sessionlab.http.url import Url


def test_a_header_without_a_value_is_not_sent():
    assert with_value((("A", 1), ("B", None), ("C", ""), ("D", False))) == (("A", 1), ("C", ""), ("D", False))


def test_what_is_not_said_is_an_ordinary_request_of_the_browsers():
    send = Send("victim", "GET", Url("https", "app.example.test", 443, "/"), "visit")
    assert (send.bare, send.halts, send.replaces_page) == (False, False, False)
    assert (send.initiator, send.via) == (None, ())
    assert not FromPage("victim", "/login").halts
