"""Bodies of requests, read and checked."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sessionlab.errors import Trouble
from sessionlab.web.asked import CookieAsked, NextAsked, PlayAsked, play_asked, read_actions, read_body

ANYTHING = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=8),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def test_a_body_says_what_differs_from_the_usual():
    asked = read_body(b'{"actions": ["visit"]}', PlayAsked)
    assert (asked.actions, asked.design, asked.seed, asked.policy) == (("visit",), {}, 1, "chromium-156")


def test_all_actions_that_cannot_be_read_are_told():
    with pytest.raises(Trouble) as caught:
        read_actions(("visit", "jump", "login", "fly"))
    assert [one.details["pointer"] for one in caught.value.details["problems"]] == ["/actions/1", "/actions/3"]


@given(some.binary(max_size=200))
def test_no_octets_raise_anything_but_trouble(body: bytes):
    for kind in (PlayAsked, NextAsked, CookieAsked):
        with contextlib.suppress(Trouble):
            read_body(body, kind)


@given(some.dictionaries(some.sampled_from(["http_only", "session_type", "same_site", "x"]), ANYTHING, max_size=3))
def test_no_design_raises_anything_but_trouble(design: dict[str, object]):
    with contextlib.suppress(Trouble):
        play_asked(PlayAsked(design=design, actions=("login",)))
