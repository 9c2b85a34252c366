"""Storing a cookie (6265bis 5.7, layered-cookies 5.4.3)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sessionlab.cookies.context import StoreContext
from sessionlab.cookies.evict import remove_excess
from sessionlab.cookies.jar import Cookie, Jar, View, identity
from sessionlab.cookies.policy import BrowserPolicy
from sessionlab.cookies.prefixes import HOST, HOST_PREFIXES, HTTP, HTTP_PREFIXES, NONE, SECURE
from sessionlab.cookies.reasons import Reason, Refused, reason
from sessionlab.cookies.same_site import forbids_storing
from sessionlab.value import Value, replace

ALL_REASONS = None
FIRST_REASON = 1


class Stored(Value):
    """The cookie was taken. `replaced` is the cookie it overwrote; `evicted` are others that had to go.

    A cookie that has already expired only deletes: it is in `evicted`, and not in `jar`.
    """

    jar: Jar
    cookie: Cookie
    replaced: Cookie | None = None
    evicted: Jar = ()


def store(
    jar: Jar,
    candidate: Cookie,
    context: StoreContext,
    policy: BrowserPolicy,
    now: float,
    view: View = identity,
    *,
    already: tuple[Reason, ...] = (),
    wanted: int | None = ALL_REASONS,
) -> Stored | Refused:
    """Put a cookie into the jar, or say why not.

    `already`: reasons found while the cookie was made. `wanted`: how many reasons somebody will read; with
    `FIRST_REASON` nothing is looked at after the verdict is known. Raises nothing.
    """
    if already and wanted == FIRST_REASON:
        return Refused(already[:1])
    found = already + tuple(islice(refusals(candidate, jar, context, policy, now, view), wanted))
    return Refused(found) if found else insert(jar, candidate, policy, now, view)


def first_refusal(
    candidate: Cookie, jar: Jar, context: StoreContext, policy: BrowserPolicy, now: float, view: View = identity
) -> Reason | None:
    """The verdict alone: the first reason against storing, or None. Reads no more attributes than it needs."""
    return next(refusals(candidate, jar, context, policy, now, view), None)


def refusals(
    candidate: Cookie, jar: Jar, context: StoreContext, policy: BrowserPolicy, now: float, view: View = identity
) -> Iterator[Reason]:
    """Every reason against storing, lazily, in the order of 6265bis 5.7.

    Each rule looks at the context and the policy first and at an attribute of the cookie only if that can matter.
    """
    del now
    cookie = view(candidate)
    if not context.credentials:
        yield reason("credentials_omitted", "Fetch 4.6", host=context.host)
    if context.third_party and policy.third_party_cookies == "blocked" and not cookie.partitioned:
        yield reason("third_party_blocked", "6265bis 7.1", host=context.host)
    if not context.secure and policy.secure_from_insecure == "refused" and cookie.secure:
        yield reason("secure_from_insecure", "6265bis 5.7 step 13", host=context.host)
    if not context.http_api and cookie.http_only:
        yield reason("http_only_from_script", "6265bis 5.7 step 15")
    if not context.secure and policy.secure_overlay == "protected" and not cookie.secure:
        yield from _overlay(cookie, jar, view)
    if not context.same_site_allowed and forbids_storing(cookie, policy):
        yield reason("same_site", "6265bis 5.7 step 18", attribute=cookie.same_site)
    if policy.same_site_none_needs_secure and cookie.same_site == "none" and not cookie.secure:
        yield reason("same_site_none_insecure", "6265bis 5.7 step 19")
    yield from _broken_promises(cookie, policy)
    if policy.partitioned == "chips" and cookie.partitioned and not cookie.secure:
        yield reason("partitioned_insecure", "CHIPS")
    if not context.http_api:
        yield from _hidden_from_script(cookie, jar, policy, view)


def _overlay(cookie: Cookie, jar: Jar, view: View) -> Iterator[Reason]:
    """An insecure response must not put a cookie in front of a Secure one ("leave secure cookies alone")."""
    for existing in map(view, jar):
        if (
            existing.shares_name_with(cookie)
            and existing.secure
            and existing.overlaps_domain_of(cookie)
            and existing.covers_path_of(cookie)
            and not existing.partitioned
        ):
            yield reason("overlays_secure", "6265bis 5.7 step 16", domain=existing.domain, path=existing.path)
            return


def _broken_promises(cookie: Cookie, policy: BrowserPolicy) -> Iterator[Reason]:
    """What a name prefix promises and the cookie does not keep."""
    if not policy.prefixes:
        return
    prefix = cookie.exact_prefix if policy.prefix_case == "sensitive" else cookie.prefix
    if prefix == NONE:
        return
    if not cookie.secure and (prefix == SECURE or (prefix == HTTP and HTTP in policy.prefixes)):
        source = "6265bis 5.7 step 20" if prefix == SECURE else "layered-cookies 5.4.3"
        yield reason("prefix_needs_secure", source, prefix=prefix)
    if prefix in HOST_PREFIXES and HOST in policy.prefixes:
        yield from _not_bound_to_host(cookie, prefix)
    if HTTP in policy.prefixes and prefix in HTTP_PREFIXES and not cookie.http_only:
        yield reason("prefix_needs_http_only", "layered-cookies 5.4.3", prefix=prefix)


def _not_bound_to_host(cookie: Cookie, prefix: str) -> Iterator[Reason]:
    source = "6265bis 5.7 step 21"
    if not cookie.secure:
        yield reason("prefix_needs_secure", source, prefix=prefix)
    if not cookie.host_only:
        yield reason("prefix_needs_host_only", source, prefix=prefix, domain=cookie.domain)
    if cookie.path != "/":
        yield reason("prefix_needs_root_path", source, prefix=prefix, path=cookie.path)


def _hidden_from_script(cookie: Cookie, jar: Jar, policy: BrowserPolicy, view: View) -> Iterator[Reason]:
    existing = replaced_by(cookie, jar, policy, view)
    if existing is not None and view(existing).http_only:
        yield reason("overwrites_http_only", "6265bis 5.7 step 23.2")


def replaced_by(cookie: Cookie, jar: Jar, policy: BrowserPolicy, view: View = identity) -> Cookie | None:
    """The cookie of the jar that this one (as seen through the view) would overwrite, or None."""
    host_only_counts = policy.identity == "with_host_only"
    for existing in jar:
        if view(existing).is_same_cookie_as(cookie, host_only_counts):
            return existing
    return None


def insert(jar: Jar, candidate: Cookie, policy: BrowserPolicy, now: float, view: View = identity) -> Stored:
    """Put a cookie that nothing speaks against into the jar (6265bis 5.7 steps 23 and 24, and what follows them)."""
    old = replaced_by(view(candidate), jar, policy, view) if jar else None
    keeps = old is not None and (policy.overwriting == "keeps_creation" or old.value == candidate.value)
    cookie = replace(candidate, creation=old.creation) if old is not None and keeps else candidate
    if view(cookie).has_expired(now):
        return Stored(tuple(one for one in jar if one is not old), cookie, old, (cookie,))
    if keeps:
        # It keeps its place as well, so that cookies made at the same instant stay in order.
        jar = tuple(cookie if one is old else one for one in jar)
    else:
        jar = (*(one for one in jar if one is not old), cookie)
    kept, evicted = remove_excess(jar, cookie, policy, now, view)
    return Stored(kept, cookie, old, evicted)
