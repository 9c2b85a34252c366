"""Who holds the OAuth tokens of a browser application (draft-ietf-oauth-browser-based-apps 6)."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine.steps import KeepTokens, Logic, NewJti
from sessionlab.http.message import Response
from sessionlab.tokens.terms import ApiToken
from sessionlab.value import replace


def has_tokens(pattern: str) -> bool:
    """Does this application use tokens for an API at all?"""
    return pattern != "none"


def is_public(pattern: str) -> bool:
    """Can whoever runs in the page exchange a code by itself?"""
    return pattern == "browser_client"


def in_page(pattern: str, access: ApiToken) -> tuple[ApiToken, ...]:
    """The tokens that the page's script holds: none behind a BFF, the access token if a backend hands it over."""
    if pattern == "browser_client":
        return (replace(access, kind="refresh"), access)
    return (access,) if pattern == "token_mediating_backend" else ()


def at_backend(pattern: str, access: ApiToken) -> tuple[ApiToken, ...]:
    """The tokens that the backend keeps for itself: what the page does not get to hold."""
    refresh = replace(access, kind="refresh")
    if pattern == "bff":
        return (refresh, access)
    return (refresh,) if pattern == "token_mediating_backend" else ()


def hand_over(user: str, response: Response, design: Design) -> Logic[Response]:
    """The response of a login with what the page's script gets to hold of the API's tokens."""
    if not design.possibly("oauth_client_pattern", has_tokens):
        return response
    access = ApiToken((yield NewJti()), user)
    kept: Any = design.later("oauth_client_pattern", at_backend, access)
    yield KeepTokens(user, kept)
    held: Any = design.later("oauth_client_pattern", in_page, access)
    return replace(response, page_tokens=held)
