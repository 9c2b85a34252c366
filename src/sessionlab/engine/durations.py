"""The one table of times, in seconds, shown to the user with `session-lab policies durations`."""

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

DURATIONS: tuple[tuple[str, float, str], ...] = (
    ("idle_timeout", IDLE_LIMIT, "inactivity after which a session ends, where the design has an idle timeout"),
    ("absolute_timeout", ABSOLUTE_LIMIT, "age at which a session ends, where the design has an absolute timeout"),
    ("cookie_lifetime", PERSISTENT_COOKIE, "Max-Age of a persistent session cookie"),
    ("access_token_lifetime=minutes_5", ACCESS_TOKEN["minutes_5"], "exp minus iat of a short access token"),
    ("api_key_expiry", API_KEY_LIFETIME, "age at which an API key ends, where it ends"),
    ("signature_timestamp_window", SIGNATURE_WINDOW, "age at which a signature or delivery is refused"),
    ("refresh_absolute_lifetime", REFRESH_LIFETIME, "age at which a chain of refresh tokens ends, where it ends"),
    ("access_token_lifetime=hour_1", ACCESS_TOKEN["hour_1"], "exp minus iat of a longer access token"),
)


def expiry_of(lifetime: str, issued: int) -> float:
    """The `exp` of a token issued at that second; infinity for a token without `exp`."""
    return issued + ACCESS_TOKEN[lifetime]
