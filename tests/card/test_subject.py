"""The port: what a request carries of a copy."""

from __future__ import annotations

import pytest

from sessionlab.card.subject import ELSEWHERE, HOME, KEPT, NotDone, NotOffered, Piece, carries
from sessionlab.http.message import Request
from sessionlab.http.url import parse_url
from sessionlab.value import replace

URL = parse_url("https://app.example.test/me")
COPY = (Piece("session_id", "a-value"), Piece("token", "another", KEPT))


@pytest.mark.parametrize("where", ["cookies", "headers", "query", "fields"])
def test_a_value_is_found_wherever_a_request_carries_it(where: str):
    bare = Request("GET", URL)
    assert carries(replace(bare, **{where: (("any", "a-value"),)}), COPY)
    assert not carries(replace(bare, **{where: (("any", "a value"),)}), COPY)


def test_elsewhere_nothing_is_as_at_home():
    assert not {ELSEWHERE.address, ELSEWHERE.agent, ELSEWHERE.key} & {HOME.address, HOME.agent, HOME.key}


def test_what_nobody_offers_is_one_way_of_not_being_done():
    assert issubclass(NotOffered, NotDone)
    assert NotOffered("not_offered").code == "not_offered"
