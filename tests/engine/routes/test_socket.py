"""`GET /socket`: a WebSocket handshake (RFC 6455)."""

from __future__ import annotations

from tests.engine.driving import OWN_ORIGIN, request, response_to


def status(origin: str | None, **switches) -> tuple[int, str]:
    asked = request("/socket", headers=() if origin is None else (("Origin", origin),))
    response = response_to(asked, **switches)
    return response.status, response.ground


def test_a_socket_is_for_users():
    assert status(OWN_ORIGIN) == (401, "no_credential")


def test_a_foreign_page_is_turned_away_before_anything_is_looked_up():
    """RFC 6455 10.2."""
    assert status("https://evil.test", websocket_origin_check=True) == (403, "origin_foreign")
    assert status("https://evil.test") == (401, "no_credential")


def test_a_client_that_is_no_browser_sends_no_origin():
    assert status(None, websocket_origin_check=True) == (401, "no_credential")
