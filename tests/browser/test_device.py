"""One browser, as a value."""

from __future__ import annotations

from sessionlab.browser.device import Device, Page
from sessionlab.http.url import Url


def test_a_new_browser_holds_nothing_and_shows_nothing():
    """Lesson, section 2: a session begins as absence."""
    device = Device("victim")
    assert (device.jar, device.kept, device.page, device.signed_in, device.deleted) == ((), None, None, None, ())


def test_browsers_and_pages_are_values():
    here = Url("https", "app.example.test", 443, "/")
    assert Device("victim", page=Page(here)) == Device("victim", page=Page(here))
    assert Device("victim") != Device("device2")
    assert Page(here).initiator is None


def test_what_the_page_kept_can_be_lost_without_the_cookies():
    before = Device("victim", kept="token", kept_in="local_storage", kept_refresh="other", used=7)
    assert before.without_kept() == Device("victim", used=7)
