"""The one table of times."""

from __future__ import annotations

import math

from sessionlab.engine.durations import DURATIONS, expiry_of


def test_the_table_says_what_is_promised_to_the_user():
    """Idle 30 minutes, absolute 8 hours, persistent cookie 30 days, access token as its switch says."""
    assert dict(DURATIONS) == {
        "idle_timeout": 30 * 60,
        "absolute_timeout": 8 * 3600,
        "cookie_lifetime": 30 * 86400,
        "refresh_absolute_lifetime": 24 * 3600,
        "api_key_expiry": 90 * 86400,
        "signature_timestamp_window": 300,
        "access_token_lifetime=minutes_5": 300,
        "access_token_lifetime=hour_1": 3600,
    }


def test_a_token_expires_its_lifetime_after_it_was_issued():
    assert expiry_of("minutes_5", 1000) == 1300
    assert expiry_of("hour_1", 1000) == 4600
    assert expiry_of("unlimited", 1000) == math.inf
