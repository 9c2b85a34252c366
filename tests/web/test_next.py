"""What could come next: tried out, not looked up."""

from __future__ import annotations

import pytest

from sessionlab.web.asked import NextAsked
from sessionlab.web.next import Next, what_next


def after(*actions: str, action: str | None = None, design: dict[str, str | bool] | None = None) -> Next:
    return what_next(NextAsked(actions=actions, action=action, design=design or {}))


def carried(found: Next) -> dict[str, bool]:
    return {probe.code: probe.sent for probe in found.probes}


def test_what_makes_no_sense_says_why():
    found = {one.action: one.text for one in after().senseless}
    assert "victim:logout" in found
    assert all(text.endswith(".") for text in found.values())
    assert "victim:visit" not in found


def test_what_makes_sense_after_a_login_is_not_named():
    found = {one.action for one in after("login").senseless}
    assert "victim:logout" not in found
    assert "attacker:copy_credential" not in found
    assert "attacker:replay" in found


def test_the_next_request_is_shown_before_it_is_made():
    coming = after("login", action="me").coming
    assert coming is not None
    assert coming.text is not None
    assert coming.text.startswith("GET /me HTTP/1.1\r\n")
    assert [(one.cookie, one.reasons) for one in coming.cookies] == [("session_id", ())]


def test_an_action_without_a_request_shows_none():
    coming = after("login", action="copy_credential").coming
    assert coming is not None
    assert coming.text is None


def test_a_withheld_cookie_is_shown_with_its_reasons():
    coming = after("login", action="cross_site_request=form_post").coming
    assert coming is not None
    assert [reason.code for reason in coming.cookies[0].reasons] == ["same_site"]


# 6265bis 5.8.3: which requests carry a Lax, Secure, HttpOnly, host-only cookie.
@pytest.mark.parametrize(
    ("design", "expected"),
    [
        ({}, {"typed", "cross_site_link"}),
        ({"same_site": "strict"}, {"typed"}),
        ({"secure": False}, {"typed", "cross_site_link", "plain_http"}),
        ({"http_only": False}, {"typed", "cross_site_link", "script"}),
    ],
)
def test_the_kinds_of_request_that_carry_the_cookie(design: dict[str, str | bool], expected: set[str]):
    found = carried(after("login", design=design))
    assert {code for code, sent in found.items() if sent} - {"sibling_post"} == expected


def test_every_kind_that_does_not_carry_it_says_why():
    assert all(probe.sent or probe.reasons for probe in after("login").probes)


def test_without_a_login_cookie_there_is_nothing_to_try():
    found = after("visit")
    assert (found.probes, found.holds) == ((), "")


def test_a_credential_in_web_storage_is_not_in_the_jar():
    design: dict[str, str | bool] = {"credential_transport": "authorization_header", "client_storage": "local_storage"}
    found = after("login", design=design)
    assert (found.probes, found.holds) == ((), "storage")
