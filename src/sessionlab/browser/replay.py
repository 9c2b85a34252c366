"""Runs recorded cookie cases against this implementation and reports every answer that differs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import UNSET

from sessionlab.browser.cases import (
    Asked,
    Case,
    DateStep,
    ExpectedCookie,
    JarStep,
    RequestStep,
    ResponseStep,
    ScriptGetStep,
    ScriptSetStep,
    Step,
)
from sessionlab.browser.context import RequestContext, request_context, script_contexts
from sessionlab.cookies.date import parse_date
from sessionlab.cookies.jar import Cookie, Jar, touch
from sessionlab.cookies.policy import CHROMIUM_156, BrowserPolicy, with_settings
from sessionlab.cookies.reasons import Reason, Refused
from sessionlab.cookies.receive import receive
from sessionlab.cookies.retrieve import Retrieved, retrieve
from sessionlab.cookies.serialize import cookie_string
from sessionlab.http.date import imf_fixdate
from sessionlab.http.headers import as_received
from sessionlab.http.url import parse_url
from sessionlab.value import Value

UNRELIABLE = "unreliable"
LATEST_READING = 6.1
"""Seconds by which a recorded relative expiry may be early: a batch of cases was read back at its end."""


class Failure(Value):
    """A step whose answer differs. `reasons`: why cookies were refused or withheld on the way."""

    case: str
    step: int
    expected: Any
    got: Any
    reasons: tuple[Reason, ...] = ()


class Skipped(Value):
    """A case that says itself that it must not be judged."""

    case: str
    why: str


class Replay(Value):
    """The outcome of a whole file."""

    policy: str
    cases: int
    passed: int
    failed: tuple[Failure, ...]
    skipped: tuple[Skipped, ...]


class _Outcome(Value):
    jar: Jar
    reasons: tuple[Reason, ...] = ()
    expected: Any = None
    got: Any = None


def replay(cases: Iterable[Case], policy: BrowserPolicy) -> Replay:
    """Run the cases, each from an empty jar. Raises `Trouble` for a URL or a request kind that is none."""
    failed: list[Failure] = []
    skipped: list[Skipped] = []
    count = passed = 0
    for case in cases:
        count += 1
        if UNRELIABLE in case.note:
            skipped.append(Skipped(case.id, case.note))
            continue
        failures = run(case, policy)
        passed += not failures
        failed += failures
    return Replay(policy.name, count, passed, tuple(failed), tuple(skipped))


def run(case: Case, policy: BrowserPolicy) -> tuple[Failure, ...]:
    """The steps of one case that are answered otherwise than it expects."""
    jar: Jar = ()
    failures: list[Failure] = []
    reasons: tuple[Reason, ...] = ()
    for number, step in enumerate(case.steps):
        outcome = _take(step, jar, policy, case.start)
        jar = outcome.jar
        if outcome.got != outcome.expected:
            failures.append(Failure(case.id, number, outcome.expected, outcome.got, reasons + outcome.reasons))
        elif isinstance(step, ResponseStep | ScriptSetStep):
            reasons += outcome.reasons
    return tuple(failures)


def context_of(url: str, asked: Asked, policy: BrowserPolicy) -> RequestContext:
    """The context of a recorded request, or of the request that a recorded response answers."""
    return request_context(
        parse_url(url),
        asked.kind,
        policy,
        initiator=None if asked.initiator is None else parse_url(asked.initiator),
        via=() if asked.via is None else (parse_url(asked.via),),
        method=asked.method,
    )


def _take(step: Step, jar: Jar, policy: BrowserPolicy, start: float) -> _Outcome:
    if isinstance(step, DateStep):
        return _date(step, jar)
    now = start + step.at
    if isinstance(step, ResponseStep):
        return _response(step, jar, policy, now)
    if isinstance(step, RequestStep):
        return _request(step, jar, policy, now)
    if isinstance(step, ScriptSetStep):
        return _script_set(step, jar, policy, now)
    if isinstance(step, ScriptGetStep):
        return _script_get(step, jar, policy, now)
    return _jar(step, jar, policy, now)


def _response(step: ResponseStep, jar: Jar, policy: BrowserPolicy, now: float) -> _Outcome:
    context = context_of(step.url, step.context, policy).store
    lines = [line for line in map(as_received, step.set_cookie) if line is not None]
    if len(lines) < len(step.set_cookie):
        # The response never arrives: the browser reports a network error.
        return _Outcome(jar)
    reasons: tuple[Reason, ...] = ()
    for line in lines:
        result = receive(jar, line, context, policy, now)
        if isinstance(result, Refused):
            reasons += result.reasons
        else:
            jar = result.jar
    return _Outcome(jar, reasons)


def _request(step: RequestStep, jar: Jar, policy: BrowserPolicy, now: float) -> _Outcome:
    policy = with_settings(policy, third_party_cookies=step.context.third_party_cookies)
    context = context_of(step.url, step.context, policy).retrieve
    retrieved = retrieve(jar, context, policy, now)
    return _answer(step, retrieved, jar, policy, now, cookie_string(retrieved.sent))


def _script_get(step: ScriptGetStep, jar: Jar, policy: BrowserPolicy, now: float) -> _Outcome:
    context, _ = script_contexts(parse_url(step.url), policy)
    retrieved = retrieve(jar, context, policy, now)
    return _answer(step, retrieved, jar, policy, now, for_script(cookie_string(retrieved.sent)))


def _answer(
    step: RequestStep | ScriptGetStep, retrieved: Retrieved, jar: Jar, policy: BrowserPolicy, now: float, got: str
) -> _Outcome:
    expected = step.expect_cookie
    if policy.name == CHROMIUM_156.name and step.chromium_cookie is not UNSET:
        expected = step.chromium_cookie
    reasons = tuple(reason for one in retrieved.withheld for reason in one.reasons)
    return _Outcome(touch(jar, retrieved.sent, now), reasons, expected, got)


def _script_set(step: ScriptSetStep, jar: Jar, policy: BrowserPolicy, now: float) -> _Outcome:
    _, context = script_contexts(parse_url(step.url), policy)
    result = receive(jar, from_script(step.cookie), context, policy, now)
    return _Outcome(jar, result.reasons) if isinstance(result, Refused) else _Outcome(result.jar)


def from_script(text: str) -> str:
    """What a script writes, as octets: UTF-8, where a lone surrogate keeps its own three octets."""
    return text.encode("utf-8", "surrogatepass").decode("latin-1")


def for_script(octets: str) -> str:
    """Octets as a script reads them: UTF-8, with a replacement character for what is none."""
    return octets.encode("latin-1").decode("utf-8", "replace")


def _jar(step: JarStep, jar: Jar, policy: BrowserPolicy, now: float) -> _Outcome:
    living = tuple(cookie for cookie in jar if not cookie.has_expired(now))
    if isinstance(step.expect, tuple):
        return _whole_cookies(step.expect, living, jar)
    expected = step.expect_pairs
    if policy.name == CHROMIUM_156.name and step.chromium_pairs is not UNSET:
        expected = step.chromium_pairs
    return _Outcome(jar, (), expected, tuple(sorted(f"{cookie.name}={cookie.value}" for cookie in living)))


def _whole_cookies(expected: tuple[ExpectedCookie, ...], living: Jar, jar: Jar) -> _Outcome:
    """The order in the jar has no meaning, so each expected cookie is matched with one that was not taken yet."""
    left = list(living)
    for one in expected:
        found = next((cookie for cookie in left if _is_as_expected(cookie, one)), None)
        if found is None:
            return _Outcome(jar, (), expected, tuple(map(_as_observed, living)))
        left.remove(found)
    return _Outcome(jar) if not left else _Outcome(jar, (), expected, tuple(map(_as_observed, living)))


def _is_as_expected(cookie: Cookie, expected: ExpectedCookie) -> bool:
    seen = _as_observed(cookie)
    return (
        expected.name in (None, seen.name)
        and expected.value in (None, seen.value)
        and (seen.domain, seen.host_only, seen.path) == (expected.domain, expected.host_only, expected.path)
        and (seen.secure, seen.http_only, seen.same_site) == (expected.secure, expected.http_only, expected.same_site)
        and (seen.persistent, seen.partitioned) == (expected.persistent, expected.partitioned)
        and _same_instant(seen.expires, expected.expires)
    )


def _same_instant(seen: float | None, expected: float | None) -> bool:
    if seen is None or expected is None:
        return seen is expected
    # A date of the line itself is a whole second and exact; a relative time counts from the moment of arrival.
    if expected.is_integer() and seen.is_integer():
        return seen == expected
    return -0.01 <= seen - expected <= LATEST_READING


def _as_observed(cookie: Cookie) -> ExpectedCookie:
    return ExpectedCookie(
        name=cookie.name,
        value=cookie.value,
        domain=cookie.domain,
        host_only=cookie.host_only,
        path=cookie.path,
        secure=cookie.secure,
        http_only=cookie.http_only,
        same_site=None if cookie.same_site == "unset" else cookie.same_site.capitalize(),
        persistent=cookie.persistent,
        expires=cookie.expiry if cookie.persistent else None,
        partitioned=cookie.partitioned,
    )


def _date(step: DateStep, jar: Jar) -> _Outcome:
    instant = parse_date(step.date)
    if step.parses is not UNSET:
        return _Outcome(jar, (), step.parses, instant is not None)
    return _Outcome(jar, (), step.expect, None if instant is None else imf_fixdate(instant))
