"""Retrieving the cookies for a request or a script (6265bis 5.8.3, layered-cookies 5.4.5)."""

from __future__ import annotations

from collections.abc import Iterator

from sessionlab.cookies.context import RetrieveContext
from sessionlab.cookies.jar import Cookie, Jar, View, identity
from sessionlab.cookies.policy import BrowserPolicy
from sessionlab.cookies.reasons import Reason, reason
from sessionlab.cookies.same_site import withholds
from sessionlab.value import Value


class Withheld(Value):
    """A cookie that does not go, and all the reasons."""

    cookie: Cookie
    reasons: tuple[Reason, ...]


class Retrieved(Value):
    """What goes, in the order of the Cookie header, and what does not, in the order of the jar."""

    sent: Jar
    withheld: tuple[Withheld, ...]


def retrieve(jar: Jar, context: RetrieveContext, policy: BrowserPolicy, now: float, view: View = identity) -> Retrieved:
    """Sort every cookie of the jar into sent and withheld, with all reasons. Raises nothing."""
    judged = [(cookie, tuple(withheld_because(view(cookie), context, policy, now))) for cookie in jar]
    sent = tuple(cookie for cookie, reasons in judged if not reasons)
    return Retrieved(in_order(sent, view), tuple(Withheld(cookie, reasons) for cookie, reasons in judged if reasons))


def sent_only(jar: Jar, context: RetrieveContext, policy: BrowserPolicy, now: float, view: View = identity) -> Jar:
    """The sent cookies alone: stops at the first reason against a cookie and reads nothing after it."""
    sent = tuple(one for one in jar if next(withheld_because(view(one), context, policy, now), None) is None)
    return in_order(sent, view)


def withheld_because(cookie: Cookie, context: RetrieveContext, policy: BrowserPolicy, now: float) -> Iterator[Reason]:
    """Every reason against sending this cookie (as seen through a view), lazily, in the order of 6265bis 5.8.3."""
    source = "6265bis 5.8.3 step 3"
    if not context.credentials:
        yield reason("credentials_omitted", "Fetch 4.6", host=context.host)
    if not cookie.matches_host(context.host):
        yield reason("other_host", source, host=context.host, domain=cookie.domain)
    if not cookie.matches_path(context.path):
        yield reason("other_path", source, path=context.path, cookie_path=cookie.path)
    if cookie.has_expired(now):
        yield reason("expired", "6265bis 5.7", expiry=cookie.expiry)
    if not context.secure and cookie.secure:
        yield reason("secure_over_insecure", source, host=context.host)
    if not context.http_api and cookie.http_only:
        yield reason("http_only_for_script", source)
    if cookie.partitioned and cookie.partition_key != context.partition_key:
        yield reason("other_partition", "CHIPS", partition=cookie.partition_key, page=context.partition_key)
    if context.third_party and policy.third_party_cookies == "blocked" and not cookie.partitioned:
        yield reason("third_party_blocked", "6265bis 7.1", host=context.host)
    if withholds(cookie, context, policy, now):
        yield reason("same_site", source, attribute=cookie.same_site, level=context.level)


def in_order(cookies: Jar, view: View = identity) -> Jar:
    """Longer paths first, then older cookies first (6265bis 5.8.3 step 4). Nothing is read of a single cookie."""
    if len(cookies) < 2:
        return cookies
    return tuple(sorted(cookies, key=lambda cookie: (-view(cookie).path_length, view(cookie).creation)))
