"""Requests in flight: what comes between a request's beginning and its end."""

from __future__ import annotations

import pytest

from sessionlab.world.verbs.flights import MOST_FLIGHTS
from tests.playbook import follow, played

RACE = """
    login               → 200 marko
    copy_credential     → done
    start_request={}    → waits
    logout              → 200 nobody
    finish_request      → 200 marko
    replay              → {} {}
    me                  → {} {}
"""
DEAD, ALIVE = ("401", "nobody"), ("200", "marko")


@pytest.mark.parametrize(
    ("switches", "copy", "browser"),
    [
        ({"session_write": "update_existing"}, DEAD, DEAD),  # django_db
        ({"session_write": "upsert", "clear_client_on_logout": False}, ALIVE, ALIVE),  # express_session_destroy
        ({"session_write": "locked", "clear_client_on_logout": False}, DEAD, DEAD),  # php_regen_unset
        ({"session_write": "upsert", "session_save": "every_request"}, ALIVE, ALIVE),  # flask_fs_regen
        ({"session_write": "update_existing", "session_save": "every_request"}, DEAD, DEAD),  # laravel_database
        (
            {"session_write": "upsert", "clear_client_on_logout": False, "logout_deletes": "identity_only"},
            ALIVE,
            ALIVE,
        ),  # express_session_quiet
    ],
)
def test_a_late_write_meets_a_logout(switches: dict, copy: tuple, browser: tuple):
    """Presets, `inflight_write_over_logout`, measured with the frameworks named beside each line."""
    follow(RACE.format("write", *copy, *browser), **switches)


@pytest.mark.parametrize(
    ("switches", "copy", "browser"),
    [
        ({"session_save": "on_change"}, DEAD, DEAD),  # django_db
        ({"session_save": "on_change", "session_write": "upsert", "clear_client_on_logout": False}, DEAD, DEAD),
        ({"session_save": "every_request", "session_write": "upsert"}, ALIVE, ALIVE),  # starsessions_mem
        ({"session_save": "every_request", "session_write": "update_existing"}, DEAD, DEAD),  # laravel_database
    ],
)
def test_a_late_read_brings_a_session_back_only_where_every_request_writes(switches: dict, copy: tuple, browser: tuple):
    """Presets, `inflight_read_over_logout`; the second line is express_session_destroy."""
    follow(RACE.format("read", *copy, *browser), **switches)


@pytest.mark.parametrize("kind", ["signed_cookie", "encrypted_cookie"])
@pytest.mark.parametrize(
    ("asked", "saved", "browser"),
    [
        ("write", "on_change", ALIVE),  # starlette
        ("read", "on_change", DEAD),
        ("write", "every_request", ALIVE),  # flask_permanent, rails_cookie
        ("read", "every_request", ALIVE),
    ],
)
def test_a_late_cookie_logs_the_browser_in_again_where_the_cookie_is_the_session(
    kind: str, asked: str, saved: str, browser: tuple
):
    """Presets: the copy of a client-side session lives on in any case."""
    follow(RACE.format(asked, *ALIVE, *browser), session_type=kind, session_save=saved)


def test_a_locked_session_is_served_to_one_request_at_a_time():
    """Ground truth N012; measured with PHP: logout waits for the lock, so nothing comes after it."""
    follow(
        """
        login                → 200 marko
        start_request        → waits; store: marko
        logout               → 200 nobody; store:
        finish_request       → 200 marko; store:
        """,
        session_write="locked",
    )


def test_flights_finish_in_the_order_in_which_they_started():
    world = played("login start_request=write device2:login device2:start_request=read")
    assert [flight.send.device for flight in world.flights] == ["victim", "device2"]
    (left,) = played("finish_request", start=world).flights
    assert left.send.device == "device2"


def test_only_somebody_who_is_logged_in_starts_a_request():
    follow("visit → 200 nobody\n start_request → refused not_logged_in\n start_request=read → refused not_logged_in")


def test_only_a_few_requests_can_wait():
    world = played(" ".join(["login", *["start_request"] * MOST_FLIGHTS]))
    follow("start_request → refused too_many_in_flight", start=world)


def test_nothing_finishes_that_did_not_start():
    follow("finish_request → refused nothing_in_flight")


def test_a_restart_forgets_what_waits():
    follow("login → 200 marko\n start_request → waits\n restart → done\n finish_request → refused nothing_in_flight")
