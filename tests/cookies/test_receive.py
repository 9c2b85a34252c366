from __future__ import annotations

from hypothesis import given

from sessionlab.cookies.context import StoreContext
from sessionlab.cookies.policy import CHROMIUM_156, BrowserPolicy
from sessionlab.cookies.reasons import Refused
from sessionlab.cookies.receive import receive
from sessionlab.cookies.store import Stored
from tests.cookies.making import NOW, answering, arrivals, codes, jar_of, lines, policies


def test_a_line_becomes_a_cookie_in_the_jar():
    (stored,) = jar_of("sid=1; Path=/; HttpOnly; Secure; SameSite=Lax")
    assert (stored.name, stored.http_only, stored.secure, stored.same_site) == ("sid", True, True, "lax")


def test_reasons_of_the_text_and_of_the_place_stand_together():
    result = receive((), "sid=1; Domain=other.test; SameSite=None", answering(), CHROMIUM_156, NOW)
    assert codes(result) == ["domain_mismatch", "same_site_none_insecure"]


def test_a_line_that_cannot_be_read_is_refused():
    assert codes(receive((), "a=\x01", answering(), CHROMIUM_156, NOW)) == ["control_character"]


@given(lines, policies, arrivals)
def test_no_line_raises_and_every_refusal_has_a_reason(line: str, policy: BrowserPolicy, context: StoreContext):
    result = receive((), line, context, policy, NOW)
    assert isinstance(result, Stored) or result.reasons


@given(lines, policies, arrivals)
def test_receiving_a_line_twice_is_as_receiving_it_once(line: str, policy: BrowserPolicy, context: StoreContext):
    once = receive((), line, context, policy, NOW)
    if isinstance(once, Refused):
        return
    twice = receive(once.jar, line, context, policy, NOW)
    assert isinstance(twice, Stored)
    assert twice.jar == once.jar
