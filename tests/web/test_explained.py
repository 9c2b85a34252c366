"""A pasted Set-Cookie line, explained."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sessionlab.errors import Trouble
from sessionlab.web.asked import CookieAsked
from sessionlab.web.explained import explained

NOW = 1_800_000_000.0
URL = "https://app.example.test/login"


def test_a_line_may_be_pasted_with_or_without_its_field_name():
    plain, pasted = (explained(CookieAsked(line, URL), NOW) for line in ("a=1; Secure", "set-cookie:  a=1; Secure"))
    assert plain == pasted


def test_a_page_asks_for_the_later_requests():
    found = explained(CookieAsked("a=1", URL, "https://evil.test/"), NOW)
    assert {one["initiator"] for one in found["requests"]} <= {None, "https://evil.test/"}


@given(some.text(min_size=1).filter(str.strip))
def test_any_text_is_explained(line: str):
    with contextlib.suppress(Trouble):
        explained(CookieAsked(line, URL), NOW)


def test_nothing_to_explain_is_trouble():
    with pytest.raises(Trouble):
        explained(CookieAsked("  ", URL), NOW)
