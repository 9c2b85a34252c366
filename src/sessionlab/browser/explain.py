"""What a Set-Cookie line means at a place: each attribute, stored or not, and which requests will carry the cookie."""

from __future__ import annotations

import math
from typing import Any

from sessionlab.browser.context import request_context, script_contexts
from sessionlab.browser.kinds import KINDS
from sessionlab.cookies.canonical import canonicalise, ignored, meant
from sessionlab.cookies.jar import Cookie
from sessionlab.cookies.parse import ParsedCookie, parse
from sessionlab.cookies.path_match import path_match
from sessionlab.cookies.policy import LAX, LAX_WITH_WINDOW, NO_DEFAULT, BrowserPolicy
from sessionlab.cookies.prefixes import HOST, HOST_HTTP, HTTP, NONE, SECURE, known_prefix
from sessionlab.cookies.reasons import Reason, Refused
from sessionlab.cookies.retrieve import withheld_because
from sessionlab.cookies.same_site import YOUNG
from sessionlab.cookies.store import store
from sessionlab.http.headers import as_received
from sessionlab.http.url import Url, is_ip, parse_url
from sessionlab.value import Value, replace

SCRIPT = "document.cookie"
ELSEWHERE = "https://elsewhere.example/"
"""The page of a foreign site that asks, where the person names none."""

PROMISES = {SECURE: "secure", HOST: "host", HTTP: "http", HOST_HTTP: "host_http"}
UNSET = {LAX_WITH_WINDOW: "unset_with_window", LAX: "unset_lax", NO_DEFAULT: "unset_none"}
KNOWN = ("domain", "path", "expires", "max-age", "secure", "httponly", "samesite", "partitioned")


class Effect(Value):
    """What one part of the line does. `written` is its text, "" for what is not written and so decided by default.

    `about` and `does` name the sentence `cookie.effect.ABOUT.DOES`, `details` fills it.
    """

    written: str
    about: str
    does: str
    details: tuple[tuple[str, Any], ...] = ()


class Carried(Value):
    """Whether one kind of request carries the cookie: at once, and when it is no longer young."""

    kind: str
    url: str
    initiator: str | None
    sent: bool
    sent_later: bool
    reasons: tuple[Reason, ...] = ()


class Explanation(Value):
    """Everything about one line. `cookie` and `effects` are missing where the line cannot be read at all."""

    line: str
    url: str
    policy: str
    stored: bool
    cookie: Cookie | None = None
    effects: tuple[Effect, ...] = ()
    refused: tuple[Reason, ...] = ()
    requests: tuple[Carried, ...] = ()


def explain(line: str, url: Url, policy: BrowserPolicy, now: float, initiator: Url | None = None) -> Explanation:
    """Explain a Set-Cookie line (without the field name, octets as latin-1) that arrives from `url` at `now`.

    `initiator`: the page from which the requests are to be judged; without one, its own page and a foreign one.
    Raises nothing for any line.
    """
    received = as_received(line)
    parsed = Refused(()) if received is None else parse(received, policy)
    if isinstance(parsed, Refused):
        return Explanation(line, url.text, policy.name, False, refused=parsed.reasons)
    context = request_context(url, "visit", policy).store
    candidate = canonicalise(parsed, context, policy, now)
    result = store((), candidate.cookie, context, policy, now, already=candidate.reasons)
    cookie = candidate.cookie
    refused = result.reasons if isinstance(result, Refused) else ()
    return Explanation(
        line=line,
        url=url.text,
        policy=policy.name,
        stored=not refused and not cookie.has_expired(now),
        cookie=cookie,
        effects=(*effects(parsed, cookie, policy, now), *passed_over(parsed, policy)),
        refused=refused,
        requests=() if refused else carried(cookie, url, policy, now, initiator),
    )


def effects(parsed: ParsedCookie, cookie: Cookie, policy: BrowserPolicy, now: float) -> tuple[Effect, ...]:
    """What the attributes that count do, and what their absence does, in the order in which a person asks."""
    given = meant(parsed, policy)
    written = {name: _as_written(parsed, name, text) for name, text in given.items()}
    prefix = known_prefix(cookie.prefix, policy.prefixes)
    found = [] if prefix == NONE else [Effect(parsed.name, "prefix", PROMISES[prefix])]
    domain = "host_only" if cookie.host_only else "below"
    lifetime = written.get("max-age", written.get("expires", ""))
    seconds = (("seconds", cookie.expiry - now),)
    found += [
        Effect(written.get("domain", ""), "domain", domain, (("domain", cookie.domain),)),
        Effect(written.get("path", ""), "path", _path(given), (("path", cookie.path),)),
        Effect(lifetime, "lifetime", _lifetime(given, cookie, policy, now), seconds),
        Effect(written.get("secure", ""), "secure", "on" if cookie.secure else "off"),
        Effect(written.get("httponly", ""), "http_only", "on" if cookie.http_only else "off"),
        Effect(written.get("samesite", ""), "same_site", _same_site(cookie, policy)),
    ]
    if "partitioned" in given:
        does = "on" if cookie.partitioned else "ignored"
        found.append(Effect(written["partitioned"], "partitioned", does, (("site", cookie.partition_key),)))
    return tuple(found)


def passed_over(parsed: ParsedCookie, policy: BrowserPolicy) -> tuple[Effect, ...]:
    """The attributes that do nothing: unknown ones, unusable ones, and those that a later one of the name overrules."""
    found = []
    for position, attribute in enumerate(parsed.attributes):
        name = attribute.name.lower()
        later = parsed.attributes[position + 1 :]
        text = f"{attribute.name}={attribute.value}" if attribute.value else attribute.name
        if name not in KNOWN:
            found.append(Effect(text, "nothing", "unknown"))
        elif ignored(attribute, policy):
            found.append(Effect(text, "nothing", "unusable"))
        elif any(one.name.lower() == name and not ignored(one, policy) for one in later):
            found.append(Effect(text, "nothing", "overruled"))
        elif name == "expires" and "max-age" in meant(parsed, policy):
            found.append(Effect(text, "nothing", "max_age_wins"))
    return tuple(found)


def carried(
    cookie: Cookie, url: Url, policy: BrowserPolicy, now: float, initiator: Url | None = None
) -> tuple[Carried, ...]:
    """For each kind of request whether it carries the cookie, and why not."""
    target = url if path_match(url.path, cookie.path) else replace(url, path=cookie.path, query=None)
    pages = (target, parse_url(ELSEWHERE)) if initiator is None else (initiator,)
    rows = [_carried(cookie, "visit", one, None, policy, now) for one in (target, *_neighbours(target))]
    for page in pages:
        rows += [_carried(cookie, kind.name, target, page, policy, now) for kind in KINDS if kind.name != "visit"]
    context, _ = script_contexts(target, policy)
    reasons = tuple(withheld_because(cookie, context, policy, now))
    return (*rows, Carried(SCRIPT, target.text, None, not reasons, not reasons, reasons))


def _neighbours(url: Url) -> tuple[Url, ...]:
    """The same page without encryption, and a host below this one."""
    plain = (replace(url, scheme="http", port=80),) if url.encrypted else ()
    return plain if is_ip(url.host) else (*plain, replace(url, host=f"sub.{url.host}"))


def _carried(cookie: Cookie, kind: str, url: Url, page: Url | None, policy: BrowserPolicy, now: float) -> Carried:
    context = request_context(url, kind, policy, initiator=page).retrieve
    reasons = tuple(withheld_because(cookie, context, policy, now))
    later = next(withheld_because(replace(cookie, creation=now - YOUNG), context, policy, now), None)
    return Carried(kind, url.text, None if page is None else page.text, not reasons, later is None, reasons)


def _as_written(parsed: ParsedCookie, name: str, value: str) -> str:
    for attribute in reversed(parsed.attributes):
        if attribute.name.lower() == name and attribute.value == value:
            return f"{attribute.name}={value}" if value else attribute.name
    return name


def _path(given: dict[str, str]) -> str:
    if "path" not in given:
        return "default"
    return "given" if given["path"].startswith("/") else "unusable"


def _lifetime(given: dict[str, str], cookie: Cookie, policy: BrowserPolicy, now: float) -> str:
    if cookie.expiry == math.inf:
        return "unusable" if "expires" in given or "max-age" in given else "session"
    if cookie.has_expired(now):
        return "over"
    capped = policy.longest_lifetime is not None and cookie.expiry >= now + policy.longest_lifetime
    return "capped" if capped else "until"


def _same_site(cookie: Cookie, policy: BrowserPolicy) -> str:
    if policy.same_site == "ignored":
        return "ignored"
    if cookie.same_site != "unset":
        return cookie.same_site
    return UNSET[policy.default_same_site]
