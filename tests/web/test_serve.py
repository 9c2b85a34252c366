"""Serving the page: a free port, the URL, a browser only where somebody would see it."""

from __future__ import annotations

import socket

import pytest

from sessionlab.errors import Trouble
from sessionlab.web.serve import has_desktop, is_loopback, listen, url_of


def test_a_taken_port_is_passed_over():
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with listen("127.0.0.1", port) as free:
            assert free.getsockname()[1] > port


def test_answers_are_not_held_back_to_be_sent_together():
    with listen("127.0.0.1", 0) as listening:
        assert listening.proto == socket.IPPROTO_TCP


def test_an_address_of_another_machine_is_trouble():
    with pytest.raises(Trouble) as caught:
        listen("203.0.113.7", 8765)
    assert caught.value.code == "cannot_listen"


def test_a_name_that_nobody_has_is_trouble():
    with pytest.raises(Trouble):
        listen("no-such-host.invalid", 8765)


@pytest.mark.parametrize(("host", "url"), [("127.0.0.1", "http://127.0.0.1:9/"), ("::1", "http://[::1]:9/")])
def test_the_url_can_be_typed(host: str, url: str):
    assert url_of(host, 9) == url


@pytest.mark.parametrize(
    ("host", "alone"), [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False)]
)
def test_only_this_machine_reaches_a_loopback_address(host: str, alone: bool):
    assert is_loopback(host) is alone


def test_a_browser_is_opened_on_a_desktop_only(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert not has_desktop()
    monkeypatch.setenv("DISPLAY", ":0")
    assert has_desktop()
