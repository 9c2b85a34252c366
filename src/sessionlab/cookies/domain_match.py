"""Domain matching (6265bis 5.1.3)."""

from __future__ import annotations

from sessionlab.http.url import is_ip


def domain_match(host: str, domain: str) -> bool:
    """Whether a canonical host is that domain or, being a name and no address, lies below it."""
    if host == domain:
        return True
    return host.endswith(domain) and host[: -len(domain)].endswith(".") and not is_ip(host)
