"""Cookies, contexts and random texts for the tests of the cookie algorithms."""

from __future__ import annotations

import math
from typing import Any

from hypothesis import strategies as st

from sessionlab.cookies.context import RetrieveContext, StoreContext
from sessionlab.cookies.jar import Cookie, Jar
from sessionlab.cookies.policy import CHROMIUM_156, POLICIES, BrowserPolicy
from sessionlab.cookies.reasons import Refused
from sessionlab.cookies.receive import receive
from sessionlab.cookies.store import Stored

NOW = 1_000_000.0


def cookie(name: str = "sid", value: Any = "1", **changes: Any) -> Cookie:
    """A host-only browser-session cookie of www.example.test, with some attributes otherwise."""
    given: dict[str, Any] = {
        "domain": "www.example.test",
        "host_only": True,
        "path": "/",
        "secure": False,
        "http_only": False,
        "same_site": "unset",
        "creation": NOW,
        "last_access": NOW,
        "octets": len(name) + 1,
        **changes,
    }
    return Cookie(name=name, value=value, **given)


def asking(host: str = "www.example.test", path: str = "/", **changes: Any) -> RetrieveContext:
    """A same-site request over TLS, with some circumstances otherwise."""
    return RetrieveContext(host, path, **{"secure": True, **changes})


def answering(host: str = "www.example.test", path: str = "/", **changes: Any) -> StoreContext:
    """The answer to a same-site request over TLS, with some circumstances otherwise."""
    return StoreContext(host, path, **{"secure": True, **changes})


def jar_of(*lines: str, context: StoreContext | None = None, policy: BrowserPolicy = CHROMIUM_156) -> Jar:
    """The jar after these Set-Cookie lines, all of which must be taken."""
    jar: Jar = ()
    for line in lines:
        result = receive(jar, line, context or answering(), policy, NOW)
        assert isinstance(result, Stored), (line, result)
        jar = result.jar
    return jar


def codes(result: Stored | Refused) -> list[str]:
    """The codes of the reasons of a refusal, none for a cookie that was taken."""
    return [reason.code for reason in result.reasons] if isinstance(result, Refused) else []


PIECES = (
    "a", "sid", "1", "=", ";", "; ", " ", "\t", ",", '"', "Path", "path=/", "/a", "Domain=", "example.test", ".", "..",
    "Max-Age=", "10", "-1", "+5", "9" * 30, "Expires=", "Wed, 01 Jan 2031 00:00:00 GMT", "31 Feb 99 25:61:61", "Secure",
    "HttpOnly", "SameSite=", "Strict", "Lax", "None", "Partitioned", "__Host-", "__Secure-", "__http-", "%", "\x00",
    "\r", "\n", "\x7f", "é", "\xff", "xn--", "[::1]", "0x7f.1", "http://", "\ud800", "日本", "a" * 1100, "v" * 4096,
)  # fmt: skip

lines = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=12).map("".join)
policies = st.sampled_from(POLICIES)

hosts = st.sampled_from(("www.example.test", "example.test", "localhost", "10.0.0.1", "a.github.io", "github.io"))
paths = st.sampled_from(("/", "/a", "/a/b", "/ab"))
partitions = st.sampled_from((None, "https://example.test", "https://other.test"))

cookies = st.builds(
    Cookie,
    name=st.sampled_from(("sid", "b", "", "__Host-sid", "__secure-x", "__Http-y", "__Host-Http-z")),
    value=st.sampled_from(("1", "2")),
    domain=hosts,
    host_only=st.booleans(),
    path=paths,
    secure=st.booleans(),
    http_only=st.booleans(),
    same_site=st.sampled_from(("strict", "lax", "none", "unset")),
    partition_key=partitions,
    creation=st.sampled_from((NOW - 500, NOW - 5, NOW)),
    last_access=st.just(NOW),
    expiry=st.sampled_from((math.inf, NOW + 60, NOW - 1)),
    octets=st.just(4),
)
jars = st.lists(cookies, max_size=5, unique_by=lambda one: (one.name, one.domain, one.path)).map(tuple)
"""No jar has two cookies of one name, domain and path (6265bis 5.7 step 23)."""
retrievals = st.builds(
    RetrieveContext,
    host=hosts,
    path=paths,
    secure=st.booleans(),
    http_api=st.booleans(),
    level=st.sampled_from(("strict", "lax", "none")),
    unsafe_top_level=st.booleans(),
    third_party=st.booleans(),
    credentials=st.booleans(),
    partition_key=partitions,
)
arrivals = st.builds(
    StoreContext,
    host=hosts,
    path=paths,
    secure=st.booleans(),
    http_api=st.booleans(),
    same_site_allowed=st.booleans(),
    third_party=st.booleans(),
    credentials=st.booleans(),
    partition_key=partitions,
)
