"""Garbage collection: what a full cookie store lets go of (6265bis 5.7, layered-cookies 5.2)."""

from __future__ import annotations

from collections.abc import Callable

from sessionlab.cookies.jar import Cookie, Jar, View, identity
from sessionlab.cookies.policy import DAY, BrowserPolicy


def remove_expired(jar: Jar, now: float, view: View = identity) -> tuple[Jar, Jar]:
    """The jar without its expired cookies, and these (layered-cookies 5.2.1)."""
    return _split(jar, lambda cookie: not view(cookie).has_expired(now))


def remove_excess(
    jar: Jar, stored: Cookie, policy: BrowserPolicy, now: float, view: View = identity
) -> tuple[Jar, Jar]:
    """The jar brought back within the policy's limits after `stored` was added, and what had to go.

    Looks at no cookie while the whole jar is smaller than every limit.
    """
    limits = (policy.most_per_site, policy.most_per_partition, policy.most_in_all)
    heaviest = policy.most_octets_per_partition
    light = heaviest is None or sum(view(one).octets for one in jar) <= heaviest
    if light and all(limit is None or len(jar) <= limit for limit in limits):
        return jar, ()
    if view(stored).partitioned:
        return _within_partition(jar, stored, policy, now, view)
    jar, gone = _within_site(jar, stored, policy, now, view)
    jar, more = _within_all(jar, policy, now, view)
    return jar, gone + more


def _within_site(jar: Jar, stored: Cookie, policy: BrowserPolicy, now: float, view: View) -> tuple[Jar, Jar]:
    """Chromium counts by site: over the limit, it purges to well below it, so as not to have to purge again soon."""
    site = view(stored).site
    members = [one for one in jar if not view(one).partitioned and view(one).site == site]
    if policy.most_per_site is None or len(members) <= policy.most_per_site:
        return jar, ()
    return _without(jar, _least_needed(members, now, view)[: len(members) - policy.purged_to_per_site])


def _within_partition(jar: Jar, stored: Cookie, policy: BrowserPolicy, now: float, view: View) -> tuple[Jar, Jar]:
    site, key = view(stored).site, view(stored).partition_key
    members = [one for one in jar if view(one).partition_key == key and view(one).site == site]
    victims: list[Cookie] = []
    count, octets = len(members), sum(view(one).octets for one in members)
    for one in _least_needed(members, now, view):
        too_many = policy.most_per_partition is not None and count > policy.most_per_partition
        too_heavy = policy.most_octets_per_partition is not None and octets > policy.most_octets_per_partition
        if not (too_many or too_heavy):
            break
        victims.append(one)
        count, octets = count - 1, octets - view(one).octets
    return _without(jar, victims)


def _within_all(jar: Jar, policy: BrowserPolicy, now: float, view: View) -> tuple[Jar, Jar]:
    """The limit over all sites spares what was used lately (Chromium)."""
    members = [one for one in jar if not view(one).partitioned]
    if policy.most_in_all is None or len(members) <= policy.most_in_all:
        return jar, ()
    idle = [one for one in members if view(one).last_access < now - policy.idle_days_before_purge * DAY]
    return _without(jar, _least_needed(idle, now, view)[: len(members) - policy.purged_to_in_all])


def _least_needed(cookies: list[Cookie], now: float, view: View) -> list[Cookie]:
    """Expired ones first, Secure ones last; among equals, the one that was not used for longest (6265bis 5.7)."""

    def rank(cookie: Cookie) -> tuple[bool, bool, float]:
        seen = view(cookie)
        return (not seen.has_expired(now), bool(seen.secure), seen.last_access)

    return sorted(cookies, key=rank)


def _without(jar: Jar, victims: list[Cookie]) -> tuple[Jar, Jar]:
    gone = {id(cookie) for cookie in victims}
    return _split(jar, lambda cookie: id(cookie) not in gone)


def _split(jar: Jar, keep: Callable[[Cookie], bool]) -> tuple[Jar, Jar]:
    kept = tuple(cookie for cookie in jar if keep(cookie))
    if len(kept) == len(jar):
        return jar, ()
    stays = {id(cookie) for cookie in kept}
    return kept, tuple(cookie for cookie in jar if id(cookie) not in stays)
