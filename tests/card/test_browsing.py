"""What is done with a browser by hand."""

from __future__ import annotations

import pytest

from sessionlab.browser.device import Device
from sessionlab.card import browsing
from sessionlab.card.subject import KEPT, Piece
from sessionlab.cookies.jar import Cookie
from sessionlab.cookies.policy import DEFAULT_POLICY

COOKIE = Cookie("session_id", "a", "app.example.test", True, "/", True, True, "strict")
DEVICE = Device("victim", jar=(COOKIE,))
NOW = 1_798_797_600


def test_a_copy_holds_the_jar_and_what_is_kept():
    kept = Piece("token", "t", KEPT)
    copy = browsing.copy_of(DEVICE, (kept,))
    assert browsing.cookies_in(copy) == (("session_id", "a"),)
    assert browsing.kept_in(copy) == kept
    assert browsing.kept_in(copy[:1]) is None


def test_a_value_that_is_put_back_has_its_own_attributes_again():
    empty = browsing.holding(DEVICE, (), DEVICE, NOW)
    assert empty.jar == ()
    assert browsing.holding(empty, browsing.copy_of(DEVICE), DEVICE, NOW).jar == (COOKIE,)


def test_a_value_that_is_planted_is_a_cookie_of_the_application():
    planted = browsing.holding(Device("victim"), (Piece("other", "b"),), Device("victim"), NOW)
    assert [(one.name, one.value, one.domain) for one in planted.jar] == [("other", "b", "app.example.test")]


def test_what_a_script_keeps_goes_and_comes_back_too():
    keeping = Device("victim", kept="t", kept_in="local_storage")
    without = browsing.holding(keeping, (), keeping, NOW)
    assert without.kept is None
    back = browsing.holding(without, (Piece("token", "t", KEPT),), keeping, NOW)
    assert (back.kept, back.kept_in) == ("t", "local_storage")


@pytest.mark.parametrize("flag", browsing.LOOSE)
def test_a_flag_can_be_taken_away(flag: str):
    assert browsing.has_flag(DEVICE, flag)
    assert not browsing.has_flag(browsing.without_flag(DEVICE, flag), flag)


def test_secure_keeps_a_cookie_from_a_plain_request():
    request = browsing.plain_request(DEVICE, "app", DEFAULT_POLICY, NOW)
    assert (request.url.text, request.cookies) == ("http://app.example.test/", ())
    loose = browsing.without_flag(DEVICE, "secure")
    assert browsing.plain_request(loose, "app", DEFAULT_POLICY, NOW).cookies == (("session_id", "a"),)
    assert browsing.plain_request(loose, "sub", DEFAULT_POLICY, NOW).cookies == ()
