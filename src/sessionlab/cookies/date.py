"""Cookie dates (6265bis 5.1.1), and the more lenient grammar that Chromium reads instead."""

from __future__ import annotations

import re
from datetime import date

from sessionlab.http.date import MONTHS as NAMES_OF_MONTHS

MONTHS = tuple(name.lower() for name in NAMES_OF_MONTHS)
_TOKENS = re.compile(r"[^\t -/;-@\[-`{-~]+")
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?![0-9])")
_WHOLE_TIME = re.compile(r"([0-9]{1,9}):([0-9]{1,9}):([0-9]{1,9})")
_DAY = re.compile(r"[0-9]{1,2}(?![0-9])")
_YEAR = re.compile(r"[0-9]{2,4}(?![0-9])")
_EPOCH = date(1970, 1, 1).toordinal()
_DAYS_IN_400_YEARS = 146_097

Clock = tuple[int, int, int]


def parse_date(text: str, grammar: str = "spec") -> float | None:
    """Seconds since 1970 (UTC) of a cookie-date, or None if it is none.

    `grammar`: "spec" (6265bis 5.1.1) or "chromium" (net/cookies/cookie_util.cc: a day of at most two characters,
    a year of at most five, no earliest year).
    """
    return _read_leniently(text) if grammar == "chromium" else _read_by_the_book(text)


def _read_by_the_book(text: str) -> float | None:
    clock: Clock | None = None
    day = month = year = None
    for token in _TOKENS.findall(text):
        if clock is None and (found := _TIME.match(token)):
            clock = (int(found[1]), int(found[2]), int(found[3]))
        elif day is None and (found := _DAY.match(token)):
            day = int(found[0])
        elif month is None and token[:3].lower() in MONTHS:
            month = MONTHS.index(token[:3].lower()) + 1
        elif year is None and (found := _YEAR.match(token)):
            year = _full_year(int(found[0]))
    if clock is None or day is None or month is None or year is None or year < 1601:
        return None
    return _seconds(year, month, day, clock)


def _read_leniently(text: str) -> float | None:
    clock: Clock | None = None
    day = month = year = None
    for token in _TOKENS.findall(text):
        if clock is None and (found := _WHOLE_TIME.fullmatch(token)):
            clock = (int(found[1]), int(found[2]), int(found[3]))
        elif month is None and token[:3].lower() in MONTHS:
            month = MONTHS.index(token[:3].lower()) + 1
        elif not (token.isascii() and token.isdigit()):
            continue
        elif day is None and len(token) <= 2:
            day = int(token)
        elif year is None and len(token) <= 5:
            year = _full_year(int(token))
    if clock is None or day is None or month is None or year is None:
        return None
    return _seconds(year, month, day, clock)


def _full_year(year: int) -> int:
    if 70 <= year <= 99:
        return year + 1900
    return year + 2000 if year <= 69 else year


def _seconds(year: int, month: int, day: int, clock: Clock) -> float | None:
    """The instant in the proleptic Gregorian calendar, for any year; None if there is no such date or time."""
    hour, minute, second = clock
    if hour > 23 or minute > 59 or second > 59:
        return None
    # The calendar repeats every 400 years; `date` knows only those from 1 to 9999.
    cycles, year_in_cycle = divmod(year, 400)
    try:
        ordinal = date(year_in_cycle + 400, month, day).toordinal()
    except ValueError:
        return None
    days = ordinal + (cycles - 1) * _DAYS_IN_400_YEARS - _EPOCH
    return float(days * 86_400 + hour * 3_600 + minute * 60 + second)
