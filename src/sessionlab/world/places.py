"""The names in the lab's little internet. All under reserved names (RFC 6761): none of it exists."""

from __future__ import annotations

import functools

from sessionlab.design.design import Design
from sessionlab.engine.cookie_out import NARROW_PATH
from sessionlab.engine.provider import HOST as IDP_HOST
from sessionlab.http.url import Url

APP_HOST = "app.example.test"
SIBLING_HOST = "sibling.example.test"
EVIL_HOST = "evil.test"

IDP_LOGIN = Url("https", IDP_HOST, 443, "/login")
IDP_LOGOUT = Url("https", IDP_HOST, 443, "/logout")
EVIL_PAGE = Url("https", EVIL_HOST, 443, "/")
SIBLING_PAGE = Url("https", SIBLING_HOST, 443, "/")
OTHER_PORT_PAGE = Url("https", APP_HOST, 8443, NARROW_PATH)
"""A service of the attacker's on another port of the application's host, at a path that every cookie of it matches."""


def app(path: str, design: Design) -> Url:
    """The application's URL for a path, in the scheme that the application uses."""
    return plain_app(path) if design.tls == "http_only" else _encrypted_app(path)


@functools.lru_cache(maxsize=256)
def _encrypted_app(path: str) -> Url:
    return Url("https", APP_HOST, 443, path)


def is_the_app(url: Url) -> bool:
    """Does the application itself answer there, and not somebody else on its host?"""
    return url.host == APP_HOST and url.port != OTHER_PORT_PAGE.port


def sibling(design: Design) -> Url:
    """A page of the sibling host, in the scheme of the application: another scheme would be another site."""
    if design.tls == "http_only":
        return Url("http", SIBLING_HOST, 80, "/")
    return SIBLING_PAGE


@functools.lru_cache(maxsize=256)
def plain_app(path: str) -> Url:
    """The same path over plain http."""
    return Url("http", APP_HOST, 80, path)
