"""Cookie name prefixes: promises that a name makes about its cookie (6265bis 5.4, layered-cookies 4.1.3)."""

from __future__ import annotations

NONE = "none"
SECURE = "__Secure-"
HOST = "__Host-"
HTTP = "__Http-"
HOST_HTTP = "__Host-Http-"

ALL = (HOST_HTTP, HOST, SECURE, HTTP)
"""Longest first, since `__Host-Http-` begins with `__Host-`."""

HOST_PREFIXES = (HOST, HOST_HTTP)
HTTP_PREFIXES = (HTTP, HOST_HTTP)


def prefix_of(name: str) -> str:
    """The prefix a name begins with, in its canonical spelling, or "none".

    Case does not count: some servers compare names without it, so a miscapitalised name must promise the same.
    """
    if not name.startswith("__"):
        return NONE
    lowered = name.lower()
    return next((prefix for prefix in ALL if lowered.startswith(prefix.lower())), NONE)


def known_prefix(prefix: str, known: tuple[str, ...]) -> str:
    """What a prefix means to a browser that knows only some: `__Host-Http-` is then an ordinary `__Host-` name."""
    if prefix == HOST_HTTP and HOST_HTTP not in known:
        return HOST if HOST in known else NONE
    return prefix if prefix in known else NONE
