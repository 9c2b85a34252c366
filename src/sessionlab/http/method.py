"""Request methods."""

from __future__ import annotations

SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")
"""The methods that ask for no change (RFC 9110 9.2.1)."""


def is_safe(method: str) -> bool:
    """Whether a method is "safe". Browsers let SameSite=Lax cookies go with cross-site navigations of these only."""
    return method in SAFE
