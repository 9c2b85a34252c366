"""Cross-origin reads: which pages of other origins may read an answer (Fetch 3.3, CORS protocol)."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.http.message import Pairs, Request

ALLOW_ORIGIN, ALLOW_CREDENTIALS = "Access-Control-Allow-Origin", "Access-Control-Allow-Credentials"
PARTNER = "https://partner.test"
"""The one foreign origin on the allowlist."""


def headers(request: Request, design: Design) -> Pairs:
    """The CORS headers of the answer to a request of another origin."""
    origin = request.header("Origin")
    if origin is None or origin == request.url.origin or not design.possibly("cors_policy", _has_any):
        return ()
    pairs = (
        (ALLOW_ORIGIN, design.later("cors_policy", _allow_origin, origin)),
        (ALLOW_CREDENTIALS, design.later("cors_policy", _allow_credentials, origin)),
    )
    return tuple(pair for pair in pairs if pair[1] is not None)


def _has_any(policy: str) -> bool:
    return policy != "none"


def _allow_origin(policy: str, origin: str) -> str | None:
    if policy == "reflect_any_with_credentials" or (policy == "allowlist" and origin == PARTNER):
        return origin
    return "*" if policy == "any_without_credentials" else None


def _allow_credentials(policy: str, origin: str) -> str | None:
    reflects = policy == "reflect_any_with_credentials" or (policy == "allowlist" and origin == PARTNER)
    return "true" if reflects else None


def is_readable(allow_origin: Any, allow_credentials: Any, origin: str) -> bool:
    """May a page of that origin read an answer that was asked for with credentials (Fetch 4.9, CORS check)?"""
    return bool(allow_origin == origin and allow_credentials == "true")
