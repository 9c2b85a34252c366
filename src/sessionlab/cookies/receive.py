"""The whole way of a Set-Cookie line: parse, canonicalise, store (layered-cookies 5.4.1)."""

from __future__ import annotations

from sessionlab.cookies.canonical import canonicalise
from sessionlab.cookies.context import StoreContext
from sessionlab.cookies.jar import Jar
from sessionlab.cookies.parse import parse
from sessionlab.cookies.policy import BrowserPolicy
from sessionlab.cookies.reasons import Refused
from sessionlab.cookies.store import Stored, store


def receive(jar: Jar, line: str, context: StoreContext, policy: BrowserPolicy, now: float) -> Stored | Refused:
    """Parse a line and store its cookie, or give all reasons for ignoring it. Raises nothing, whatever the text."""
    parsed = parse(line, policy)
    if isinstance(parsed, Refused):
        return parsed
    candidate = canonicalise(parsed, context, policy, now)
    return store(jar, candidate.cookie, context, policy, now, already=candidate.reasons)
