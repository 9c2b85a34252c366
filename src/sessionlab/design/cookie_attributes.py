"""What the server writes beside the cookie's name and value, and how it reads duplicates."""

from __future__ import annotations

from sessionlab.design.rule import Irrelevant, RejectedByBrowser, one_of
from sessionlab.design.switch import Switch, of_component

SWITCHES = of_component(
    "cookie_attributes",
    Switch(
        id="http_only",
        tier=1,
        safe=True,
        seed_lab=True,
        meaning="Scripts of the page can neither read nor write the cookie.",
        source="6265bis 5.6.6; ASVS 3.3.4",
    ),
    Switch(
        id="secure",
        tier=1,
        safe=True,
        seed_lab=True,
        meaning="The cookie travels over https only.",
        source="6265bis 4.1.2.5; ASVS 3.3.1",
    ),
    Switch(
        id="same_site",
        tier=1,
        values=("lax", "strict", "none", "unset"),
        safe="lax",
        seed_lab="lax",
        meaning=(
            "With which cross-site requests the cookie goes. `unset` leaves it to the browser: not the same as `lax`."
        ),
        source="6265bis 5.6.7; ASVS 3.3.2",
    ),
    Switch(
        id="cookie_domain",
        tier=2,
        values=("host_only", "parent_domain"),
        safe="host_only",
        seed_lab="host_only",
        meaning="No Domain attribute: one host gets the cookie; or the registrable domain: each host below it does.",
        source="6265bis 4.1.2.3",
    ),
    Switch(
        id="cookie_prefix",
        tier=2,
        values=("none", "__Secure-", "__Host-", "__Http-", "__Host-Http-"),
        safe="__Host-",
        seed_lab="none",
        meaning="A prefix of the name whose promises the browser enforces before it stores the cookie.",
        source="6265bis 4.1.3; layered-cookies; ASVS 3.3.3",
    ),
    Switch(
        id="cookie_path",
        tier=3,
        values=("/", "narrow"),
        safe="/",
        seed_lab="/",
        meaning="The Path attribute: for which paths the cookie is sent. It is no security boundary.",
        source="6265bis 4.1.2.4, 8.5",
    ),
    Switch(
        id="cookie_lifetime",
        tier=2,
        values=("browser_session", "persistent"),
        safe="browser_session",
        seed_lab="browser_session",
        meaning="Without Max-Age and Expires the cookie ends with the browser; with one of them it outlives it.",
        source="6265bis 4.1.2.2; OWASP SMCS",
    ),
    Switch(
        id="cookie_size",
        tier=3,
        values=("fits", "over_4096_bytes"),
        safe="fits",
        seed_lab="fits",
        meaning="Whether name and value fit into 4096 octets. A larger cookie is dropped by the browser.",
        source="6265bis 5.7; ASVS 3.3.5",
    ),
    Switch(
        id="duplicate_cookie_policy",
        tier=3,
        values=("first", "last", "reject"),
        safe="reject",
        seed_lab="first",
        meaning="Which of two cookies of one name the server believes.",
        source="6265bis 5.8.3; measured Werkzeug (first), Django and Starlette (last)",
    ),
)

REJECTED_BY_BROWSER = (
    RejectedByBrowser(
        (("same_site", "none"), ("secure", False)), "SameSite=None is stored with Secure only", "6265bis 5.7"
    ),
    RejectedByBrowser(
        (("secure", True), ("tls", "http_only")), "a Secure cookie that arrives over http is not stored", "6265bis 5.7"
    ),
    RejectedByBrowser((("cookie_prefix", "__Secure-"), ("secure", False)), "__Secure- demands Secure", "6265bis 4.1.3"),
    RejectedByBrowser((("cookie_prefix", "__Host-"), ("secure", False)), "__Host- demands Secure", "6265bis 4.1.3"),
    RejectedByBrowser(
        (("cookie_prefix", "__Host-"), ("cookie_domain", "parent_domain")),
        "__Host- forbids a Domain attribute",
        "6265bis 4.1.3",
    ),
    RejectedByBrowser(
        (("cookie_prefix", "__Host-"), ("cookie_path", "narrow")), "__Host- demands Path=/", "6265bis 4.1.3"
    ),
    RejectedByBrowser(
        (("cookie_prefix", "__Http-"), ("http_only", False)), "__Http- demands HttpOnly", "layered-cookies"
    ),
    RejectedByBrowser((("cookie_prefix", "__Http-"), ("secure", False)), "__Http- demands Secure", "layered-cookies"),
    RejectedByBrowser(
        (("cookie_prefix", "__Host-Http-"), ("http_only", False)), "__Host-Http- demands HttpOnly", "layered-cookies"
    ),
    RejectedByBrowser(
        (("cookie_prefix", "__Host-Http-"), ("secure", False)), "__Host-Http- demands Secure", "layered-cookies"
    ),
    RejectedByBrowser(
        (("cookie_prefix", "__Host-Http-"), ("cookie_domain", "parent_domain")),
        "__Host-Http- forbids a Domain attribute",
        "layered-cookies",
    ),
    RejectedByBrowser(
        (("cookie_prefix", "__Host-Http-"), ("cookie_path", "narrow")), "__Host-Http- demands Path=/", "layered-cookies"
    ),
    RejectedByBrowser(
        (("cookie_size", "over_4096_bytes"),), "a cookie of more than 4096 octets is dropped", "6265bis 5.7"
    ),
)

IRRELEVANT = (
    Irrelevant(
        (
            "http_only",
            "secure",
            "same_site",
            "cookie_domain",
            "cookie_prefix",
            "cookie_path",
            "cookie_lifetime",
            "cookie_size",
            "duplicate_cookie_policy",
        ),
        unless=one_of(credential_transport=("cookie",)),
    ),
)
