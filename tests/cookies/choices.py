"""Cookies whose attributes are undecided: they can be compared and asked for their truth, and tell who looked."""

from __future__ import annotations

from typing import Any

from sessionlab.cookies.jar import Cookie
from sessionlab.cookies.path_match import path_match

ATTRIBUTES = ("host_only", "secure", "http_only", "same_site", "path")


class Choice:
    """An attribute that permits comparison and truth and nothing else, and notes that it was asked."""

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, name: str, value: Any, read: set[str]) -> None:
        self.name = name
        self.value = value
        self.read = read

    def _settled(self) -> Any:
        self.read.add(self.name)
        return self.value

    def __eq__(self, other: object) -> bool:
        return bool(self._settled() == (other._settled() if isinstance(other, Choice) else other))

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __bool__(self) -> bool:
        return bool(self._settled())


class Undecided:
    """A cookie seen through a view that answers some questions with choices."""

    def __init__(self, cookie: Cookie, read: set[str]) -> None:
        self._cookie = cookie
        self._read = read

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._cookie, name)
        return Choice(name, value, self._read) if name in ATTRIBUTES else value

    def matches_path(self, path: str) -> bool:
        self._read.add("path")
        return path_match(path, self._cookie.path)

    def is_same_cookie_as(self, other: Undecided, host_only_counts: bool) -> bool:
        return self._cookie.is_same_cookie_as(other._cookie, host_only_counts)

    def shares_name_with(self, other: Undecided) -> bool:
        return self._cookie.shares_name_with(other._cookie)

    def overlaps_domain_of(self, other: Undecided) -> bool:
        return self._cookie.overlaps_domain_of(other._cookie)

    def covers_path_of(self, other: Undecided) -> bool:
        return self._cookie.covers_path_of(other._cookie)


def watching(read: set[str]):
    """A view under which every cookie is undecided, and `read` collects the names of the attributes looked at."""
    return lambda cookie: Undecided(cookie, read)
