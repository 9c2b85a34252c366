"""The one table of times, in seconds; each trace carries it."""

from __future__ import annotations

import math

MINUTE, HOUR, DAY = 60, 3600, 86400

IDLE_LIMIT = 30 * MINUTE
ABSOLUTE_LIMIT = 8 * HOUR
PERSISTENT_COOKIE = 30 * DAY
ACCESS_TOKEN = {"minutes_5": 5 * MINUTE, "hour_1": HOUR, "unlimited": math.inf}
REFRESH_LIFETIME = DAY
API_KEY_LIFETIME = 90 * DAY
SIGNATURE_WINDOW = 5 * MINUTE
ASSERTION_LIFETIME = 5 * MINUTE
PROOF_WINDOW = MINUTE
REFRESH_GRACE = 10
LEEWAY = {"none": 0, "seconds_30": 30}

DURATIONS: tuple[tuple[str, float], ...] = (
    ("idle_timeout", IDLE_LIMIT),
    ("absolute_timeout", ABSOLUTE_LIMIT),
    ("cookie_lifetime", PERSISTENT_COOKIE),
    ("access_token_lifetime=minutes_5", ACCESS_TOKEN["minutes_5"]),
    ("api_key_expiry", API_KEY_LIFETIME),
    ("signature_timestamp_window", SIGNATURE_WINDOW),
    ("refresh_absolute_lifetime", REFRESH_LIFETIME),
    ("access_token_lifetime=hour_1", ACCESS_TOKEN["hour_1"]),
)
"""A switch, or a switch and its value, and what it comes to; the words are in the catalogue under `duration`."""


def expiry_of(lifetime: str, issued: int) -> float:
    """The `exp` of a token issued at that second; infinity for a token without `exp`."""
    return issued + ACCESS_TOKEN[lifetime]
