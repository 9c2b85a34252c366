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
