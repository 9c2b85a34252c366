"""How fast cookies are stored and retrieved, against `http.cookiejar` in the same run; and how sturdy parsing is.

python bench/cookies.py                 the http-state corpus, both implementations, best of several rounds
python bench/cookies.py --lines 1000000 that many generated Set-Cookie lines, none of which may raise
"""

from __future__ import annotations

import argparse
import http.cookiejar
import random
import time
import urllib.request
from collections.abc import Callable, Iterator
from email.message import Message
from pathlib import Path

from sessionlab.browser.cases import Case, RequestStep, ResponseStep, read_cases
from sessionlab.browser.context import request_context
from sessionlab.cookies.jar import Jar, touch
from sessionlab.cookies.policy import POLICIES, policy_named
from sessionlab.cookies.reasons import Refused
from sessionlab.cookies.receive import receive
from sessionlab.cookies.retrieve import sent_only
from sessionlab.cookies.serialize import cookie_string
from sessionlab.cookies.store import Stored
from sessionlab.http.url import parse_url

CORPUS = Path(__file__).parent.parent / "tests" / "conformance" / "cookies" / "http_state.json"
ROUNDS = 30
SEED = 20261124

PIECES = (
    "sid", "a", "=", "=", "; ", ";", " ", "\t", ",", '"', "1", "Path=", "/", "/a/b", "Domain=", "example.test", ".",
    "co.uk", "Max-Age=", "60", "-1", "99999999999999999999", "Expires=", "Wed, 01 Jan 2031 00:00:00 GMT",
    "31 Feb 99 25:61:61", "Secure",
    "HttpOnly", "SameSite=", "Strict", "Lax", "None", "Partitioned", "__Host-", "__Secure-", "__HTTP-", "%41",
    "\x00", "\n", "\r", "\x7f", "\x01", "\xe9", "\xff", "b\xc3\xbccher.test", "xn--", "0x7f.1", "[::1]", "v" * 1100,
)  # fmt: skip
URLS = (
    "https://www.example.test/a/b",
    "http://example.test/",
    "http://10.0.0.1/x",
    "https://a.github.io/",
    "http://localhost/",
)


class Answer:
    """What `http.cookiejar` takes for a response: something with the headers in it."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self.headers = Message()
        for line in lines:
            self.headers["Set-Cookie"] = line

    def info(self) -> Message:
        """The headers, by the name that `http.cookiejar` asks for."""
        return self.headers


def ours(cases: tuple[Case, ...]) -> int:
    """Store and retrieve all cases, from text to text; the number of cookies sent."""
    policy = policy_named("rfc6265")
    parse_url.cache_clear()  # the standard library reads every URL anew, too
    sent = 0
    for case in cases:
        jar: Jar = ()
        for step in case.steps:
            now = case.start
            if isinstance(step, ResponseStep):
                context = request_context(parse_url(step.url), "visit", policy).store
                for line in step.set_cookie:
                    result = receive(jar, line, context, policy, now)
                    jar = result.jar if isinstance(result, Stored) else jar
            elif isinstance(step, RequestStep):
                asked = request_context(parse_url(step.url), "visit", policy).retrieve
                cookies = sent_only(jar, asked, policy, now)
                jar = touch(jar, cookies, now)
                sent += bool(cookie_string(cookies))
    return sent


def theirs(cases: tuple[Case, ...]) -> int:
    """The same with the standard library."""
    sent = 0
    for case in cases:
        jar = http.cookiejar.CookieJar()
        for step in case.steps:
            if isinstance(step, ResponseStep):
                jar.extract_cookies(Answer(step.set_cookie), urllib.request.Request(step.url))  # type: ignore[arg-type]
            elif isinstance(step, RequestStep):
                request = urllib.request.Request(step.url)
                jar.add_cookie_header(request)
                sent += request.has_header("Cookie")
    return sent


def best(work: Callable[[tuple[Case, ...]], int], cases: tuple[Case, ...]) -> float:
    """The shortest of several rounds, in seconds."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work(cases)
        times.append(time.perf_counter() - began)
    return min(times)


def compare() -> None:
    """Print both times and their ratio."""
    cases = read_cases(CORPUS.read_bytes(), CORPUS.name)
    lab, library = best(ours, cases), best(theirs, cases)
    print(f"{len(cases)} cases: sessionlab {lab * 1000:.2f} ms, http.cookiejar {library * 1000:.2f} ms")
    print(f"ratio {library / lab:.2f} (more than 1: sessionlab is faster)")


def generated(count: int) -> Iterator[str]:
    """Set-Cookie lines made at random, the same for the same seed."""
    chance = random.Random(SEED)
    for _ in range(count):
        if chance.random() < 0.1:
            yield "".join(map(chr, chance.choices(range(256), k=chance.randrange(60))))
        else:
            yield "".join(chance.choices(PIECES, k=chance.randrange(1, 14)))


def survive(count: int) -> None:
    """Receive that many lines, by turns under all policies and at all places; an exception ends the program."""
    places = [(policy, request_context(parse_url(url), "visit", policy).store) for policy in POLICIES for url in URLS]
    began = time.perf_counter()
    stored = refused = 0
    jar: Jar = ()
    for number, line in enumerate(generated(count)):
        policy, context = places[number % len(places)]
        result = receive(jar, line, context, policy, 1_795_435_200.0 + number)
        if isinstance(result, Refused):
            refused += 1
            continue
        stored += 1
        jar = result.jar if len(result.jar) < 20 else ()
    seconds = time.perf_counter() - began
    print(f"{count} lines, seed {SEED}: {stored} stored, {refused} refused, no exception, {seconds:.1f} s")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description="Bench of the cookie implementation.")
    options.add_argument("--lines", type=int, metavar="N", help="receive N generated lines instead")
    lines = options.parse_args().lines
    if lines is None:
        compare()
    else:
        survive(lines)
