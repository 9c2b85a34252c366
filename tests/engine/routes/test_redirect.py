"""`/redirect`: on to `/action`."""

from __future__ import annotations

from tests.engine.driving import request, response_to


def test_it_answers_with_the_way_on():
    """RFC 9110 15.4.3."""
    response = response_to(request("/redirect", "POST"))
    assert (response.status, response.headers) == (302, (("Location", "/action"),))
