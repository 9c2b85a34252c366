"""How requests travel, and where credentials leak on their way."""

from __future__ import annotations

from sessionlab.design.rule import Impossible, one_of
from sessionlab.design.switch import Switch, of_component

SWITCHES = of_component(
    "transport_and_exposure",
    Switch(
        id="tls",
        tier=2,
        values=("https_only", "https_with_http_port_open", "http_only"),
        safe="https_only",
        seed_lab="https_only",
        meaning="Which schemes the server answers.",
        source="ASVS 12; RFC 9110 4.2.2",
    ),
    Switch(
        id="hsts",
        tier=2,
        values=("none", "host", "include_subdomains"),
        safe="include_subdomains",
        seed_lab="none",
        meaning=(
            "The browser has already learned to use https only: for this host, or for the whole registrable domain."
        ),
        source="RFC 6797; ASVS 3.4.1",
    ),
    Switch(
        id="referrer_policy",
        tier=3,
        values=("browser_default", "unsafe_url", "no_referrer"),
        safe="no_referrer",
        seed_lab="browser_default",
        meaning="How much of the page's URL the Referer header reveals.",
        source="ASVS 3.4.5",
    ),
    Switch(
        id="cache_control",
        tier=3,
        values=("no_store", "cacheable"),
        safe="no_store",
        seed_lab="cacheable",
        meaning="Whether responses of a session may be stored by caches.",
        source="ASVS 14.3.2; OWASP SMCS",
    ),
    Switch(
        id="credential_logging",
        tier=3,
        values=("redacted", "raw"),
        safe="redacted",
        seed_lab="redacted",
        meaning="Whether logs contain credentials.",
        source="ASVS 16.2.5",
    ),
    Switch(
        id="proxy_strips_identity_headers",
        tier=3,
        safe=True,
        seed_lab=True,
        meaning="A client cannot plant headers by which a proxy vouches for identities.",
        source="RFC 9700 4.13; ASVS 4.1.3",
    ),
)

IMPOSSIBLE = (
    Impossible(
        when=one_of(hsts=("host", "include_subdomains")),
        then=one_of(tls=("https_only", "https_with_http_port_open")),
        why="HSTS is learned over https (RFC 6797 8.1)",
    ),
)
