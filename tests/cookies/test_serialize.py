from __future__ import annotations

from sessionlab.cookies.serialize import cookie_string
from tests.cookies.making import cookie


def test_cookies_are_joined_by_a_semicolon_and_a_space():
    assert cookie_string((cookie("a", "1"), cookie("b", "2"))) == "a=1; b=2"


def test_a_nameless_cookie_is_its_value():
    assert cookie_string((cookie("", "foo"),)) == "foo"


def test_an_empty_value_keeps_its_equals_sign():
    assert cookie_string((cookie("a", ""),)) == "a="


def test_no_cookies_make_no_text():
    assert cookie_string(()) == ""
