from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionlab.cookies.date import parse_date


def instant(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> float:
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC).timestamp()


@pytest.mark.parametrize("grammar", ["spec", "chromium"])
@pytest.mark.parametrize(
    "text",
    [
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
        "08:49:37 6 nov 94 PST",
        "6/November/1994(08:49:37)",
    ],
)
def test_all_the_ways_in_which_servers_write_a_date(text: str, grammar: str):
    assert parse_date(text, grammar) == instant(1994, 11, 6, 8, 49, 37)


@pytest.mark.parametrize("grammar", ["spec", "chromium"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "0",
        "tomorrow",
        "06 Nov 1994",
        "31 Feb 1994 08:49:37",
        "6 Nov 1994 24:00:00",
        "6 Nov 1994 08:60:00",
        "6 94 08:49:37",
    ],
)
def test_what_is_no_date(text: str, grammar: str):
    assert parse_date(text, grammar) is None


def test_two_digit_years_are_of_the_twentieth_century_from_70_on():
    assert parse_date("1 Jan 70 00:00:00") == 0.0
    assert parse_date("1 Jan 69 00:00:00") == instant(2069, 1, 1)


def test_the_standard_knows_no_year_before_1601_and_chromium_does():
    assert parse_date("1 Jan 1600 00:00:00") is None
    assert parse_date("1 Jan 1600 00:00:00", "chromium") == instant(1600, 1, 1)


def test_chromium_reads_years_of_five_digits():
    assert parse_date("1 Jan 20270 00:00:00") is None
    far = parse_date("1 Jan 20270 00:00:00", "chromium")
    assert far is not None
    assert far > instant(9999, 12, 31)


@pytest.mark.parametrize("text", ["6 Nov 1994 08:49:37Z", "6th Nov 1994 08:49:37"])
def test_the_standard_ignores_what_sticks_to_a_number_and_chromium_does_not(text: str):
    assert parse_date(text) == instant(1994, 11, 6, 8, 49, 37)
    assert parse_date(text, "chromium") is None


@given(st.text(), st.sampled_from(("spec", "chromium")))
def test_no_text_raises(text: str, grammar: str):
    result = parse_date(text, grammar)
    assert result is None or isinstance(result, float)


@given(st.datetimes(datetime(1601, 1, 1), datetime(9999, 12, 31)))
def test_a_date_that_is_written_down_is_read_back(moment: datetime):
    moment = moment.replace(microsecond=0)
    text = f"{moment.day} {moment:%b} {moment.year:04} {moment:%H:%M:%S}"
    assert parse_date(text) == moment.replace(tzinfo=UTC).timestamp()
