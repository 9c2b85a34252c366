"""A cookie as it is kept, and the cookie store ("jar"): a plain tuple of cookies, oldest first."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from sessionlab.cookies.domain_match import domain_match
from sessionlab.cookies.path_match import path_match
from sessionlab.cookies.prefixes import NONE, prefix_of
from sessionlab.http.site import registrable_domain
from sessionlab.value import Value, replace


class Cookie(Value):
    """A cookie that can be stored (6265bis 5.7): everything decided, nothing as it was written.

    `value` is opaque here: text, or a term of the simulation. The algorithms ask about the other attributes only by
    `==`, order and truth, and put questions about text to the methods below, so that a view may answer them instead.
    """

    name: str
    value: Any
    domain: str
    host_only: bool
    path: str
    secure: bool
    http_only: bool
    same_site: str
    partition_key: str | None = None
    creation: float = 0.0
    last_access: float = 0.0
    expiry: float = math.inf
    octets: int = 0

    @property
    def prefix(self) -> str:
        """The prefix the name begins with, in its canonical spelling, or "none"."""
        return prefix_of(self.name)

    @property
    def exact_prefix(self) -> str:
        """The same for browsers that let case count: "none" for a prefix in another spelling."""
        return self.prefix if self.name.startswith(self.prefix) else NONE

    @property
    def site(self) -> str:
        """The site whose cookies it is counted among."""
        return registrable_domain(self.domain) or self.domain

    @property
    def partitioned(self) -> bool:
        """Whether it belongs to the pages of one top-level site only (CHIPS)."""
        return self.partition_key is not None

    @property
    def path_length(self) -> int:
        """Cookies with longer paths are sent first (6265bis 5.8.3)."""
        return len(self.path)

    @property
    def persistent(self) -> bool:
        """Whether it outlives the browser session."""
        return self.expiry != math.inf

    def matches_host(self, host: str) -> bool:
        """Whether a request to that host may carry it: the same host or, for a domain cookie, one below it."""
        return host == self.domain if self.host_only else domain_match(host, self.domain)

    def matches_path(self, path: str) -> bool:
        """Whether a request to that path may carry it (6265bis 5.1.4)."""
        return path_match(path, self.path)

    def has_expired(self, now: float) -> bool:
        """Whether its expiry time has passed."""
        return self.expiry <= now

    def shares_name_with(self, other: Cookie) -> bool:
        """Whether the two cookies have the same name. Case counts."""
        return self.name == other.name

    def is_same_cookie_as(self, other: Cookie, host_only_counts: bool) -> bool:
        """Whether storing one replaces the other: name, domain, path, partition (and host-only flag) are equal."""
        return (
            self.name == other.name
            and self.domain == other.domain
            and self.path == other.path
            and self.partition_key == other.partition_key
            and (not host_only_counts or self.host_only == other.host_only)
        )

    def overlaps_domain_of(self, other: Cookie) -> bool:
        """Whether one of the two domains domain-matches the other, whichever way round."""
        return domain_match(self.domain, other.domain) or domain_match(other.domain, self.domain)

    def covers_path_of(self, other: Cookie) -> bool:
        """Whether the other cookie's path path-matches this one's."""
        return path_match(other.path, self.path)


Jar = tuple[Cookie, ...]
View = Callable[[Cookie], Cookie]


def identity(cookie: Cookie) -> Cookie:
    """The view of a complete design: the cookie itself."""
    return cookie


def touch(jar: Jar, sent: Jar, now: float) -> Jar:
    """The jar with the last-access time of the sent cookies brought up to now (6265bis 5.8.3 step 3)."""
    used = [id(cookie) for cookie in sent if cookie.last_access != now]
    if not used:
        return jar
    return tuple([replace(cookie, last_access=now) if id(cookie) in used else cookie for cookie in jar])


def without_session_cookies(jar: Jar, view: View = identity) -> Jar:
    """The jar after the browser was closed: only persistent cookies remain (6265bis 5.7)."""
    return tuple(cookie for cookie in jar if view(cookie).persistent)
