"""Sites and registrable domains. An origin is scheme, host and port; a site is scheme and registrable domain."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from sessionlab.http.url import Url, is_ip, is_loopback

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


@functools.cache
def _suffixes() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList  # reads the whole list

    # Both sections of the list, as browsers use it: `github.io` is a public suffix. Unknown top-level domains count.
    return PublicSuffixList()


@functools.lru_cache(maxsize=4096)
def public_suffix(host: str) -> str | None:
    """The public suffix of a canonical host (the whole host, if it is one), or None for an IP address."""
    if is_ip(host):
        return None
    dot = "." if host.endswith(".") else ""
    suffix: str | None = _suffixes().publicsuffix(host.removesuffix("."))
    return None if suffix is None else suffix + dot


def is_public_suffix(host: str) -> bool:
    """Whether nobody owns that name: anyone may register below it (https://publicsuffix.org)."""
    return public_suffix(host) == host


@functools.lru_cache(maxsize=4096)
def registrable_domain(host: str) -> str | None:
    """The public suffix and one label more, or None for an IP address or a public suffix itself (HTML, "site")."""
    suffix = public_suffix(host)
    if suffix is None or suffix == host:
        return None
    rest = host[: -len(suffix) - 1]
    label = rest.rpartition(".")[2]
    return f"{label}.{suffix}" if label else None


@functools.lru_cache(maxsize=4096)
def site_of(url: Url) -> str:
    """The schemeful site of a URL, as text such as `https://example.com` (HTML, "obtain a site")."""
    scheme = {"ws": "http", "wss": "https"}.get(url.scheme, url.scheme)
    return f"{scheme}://{registrable_domain(url.host) or url.host}"


def same_site(one: Url, other: Url, *, schemefully: bool = True) -> bool:
    """Whether two URLs belong to one site (HTML, "same site"); by the old rule, the scheme does not count."""
    if one.host == other.host and (one.scheme == other.scheme or not schemefully):
        return True
    if schemefully:
        return site_of(one) == site_of(other)
    return (registrable_domain(one.host) or one.host) == (registrable_domain(other.host) or other.host)


def same_origin(one: Url, other: Url) -> bool:
    """Whether two URLs have the same scheme, host and port."""
    return one.host == other.host and one.scheme == other.scheme and one.port == other.port


def is_trustworthy(url: Url) -> bool:
    """Whether the origin counts as a secure context: TLS, or this machine (Secure Contexts 3.1)."""
    return url.encrypted or is_loopback(url.host)
