"""Times as HTTP writes them."""

from __future__ import annotations

import pytest

from sessionlab.http.date import imf_fixdate


@pytest.mark.parametrize(
    ("instant", "text"),
    [
        (784111777, "Sun, 06 Nov 1994 08:49:37 GMT"),  # the example of RFC 9110 5.6.7
        (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
        (-1.0, "Wed, 31 Dec 1969 23:59:59 GMT"),
        (-62135596800, "Mon, 01 Jan 0001 00:00:00 GMT"),
    ],
)
def test_a_date_is_written_as_http_writes_it(instant: float, text: str):
    assert imf_fixdate(instant) == text
