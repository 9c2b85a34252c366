"""Times as HTTP writes them."""

from __future__ import annotations

import functools
from datetime import UTC, datetime, timedelta

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@functools.lru_cache(maxsize=4096)
def imf_fixdate(instant: float) -> str:
    """An instant (seconds since 1970) such as `Sun, 06 Nov 1994 08:49:37 GMT`, in any locale; years 1 to 9999.

    RFC 9110 5.6.7.
    """
    at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=instant)
    return f"{_DAYS[at.weekday()]}, {at.day:02} {MONTHS[at.month - 1]} {at.year:04} {at:%H:%M:%S} GMT"
