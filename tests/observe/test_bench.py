"""The bench on which experiments are done."""

from __future__ import annotations

from sessionlab.observe.bench import Bench
from tests.playbook import under


def test_a_copy_holds_all_login_cookies_of_a_browser():
    bench = Bench(under()).do("login")
    assert [name for name, _ in bench.copy()] == ["session_id"]
    assert bench.known_by_copy(bench.copy())


def test_a_copy_may_hold_what_a_page_keeps():
    bench = Bench(under(session_type="jwt", credential_transport="custom_header")).do("login")
    assert len(bench.copy()) == 1
    assert bench.known_by_copy(bench.copy())


def test_nobody_is_known_by_nothing():
    bench = Bench(under()).do("visit")
    assert bench.copy() == ()
    assert not bench.known_by_copy(())
    assert not bench.known_by_browser()


def test_asking_a_browser_changes_nothing():
    bench = Bench(under()).do("login")
    before = bench.world
    assert bench.known_by_browser()
    assert bench.world == before


def test_a_copy_is_used_from_the_same_place_as_the_original():
    """So it was in the measurements: the copy was another client on the same machine."""
    bench = Bench(under(sender_constraint="ip_address")).do("login")
    assert bench.known_by_copy(bench.copy())


def test_a_post_by_copy_shows_its_headers():
    bench = Bench(under(csrf_defence="origin_check")).do("login")
    refused = bench.post_by_copy(bench.copy(), "/action", (("Origin", "https://evil.test"),))
    taken = bench.post_by_copy(bench.copy(), "/action", (("Origin", "https://app.example.test"),))
    assert (refused and refused.status, taken and taken.status) == (403, 200)
