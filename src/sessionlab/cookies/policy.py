"""Browser policies: where browsers, and the ages of the standard, differ about cookies. Each difference is a field."""

from __future__ import annotations

from sessionlab.cookies import prefixes
from sessionlab.errors import Trouble, nearest
from sessionlab.value import Value, replace

DAY = 86_400

LAX_WITH_WINDOW = "lax_with_2_minute_post_window"
LAX = "lax"
NO_DEFAULT = "none"


class BrowserPolicy(Value):
    """How one browser treats cookies, at one date. `DIFFERENCES` says what each field means and where it comes from."""

    name: str
    dated: str
    nameless_cookies: str = "stored"
    nameless_value_with_equals: str = "refused"
    nameless_prefix: str = "refused"
    control_characters: str = "refused"
    most_octets: int | None = 4096
    most_attribute_octets: int | None = 1024
    bad_attribute: str = "hides_earlier"
    empty_domain: str = "hides_earlier"
    max_age_plus_sign: str = "accepted"
    date_grammar: str = "chromium"
    longest_lifetime: int | None = 400 * DAY
    public_suffixes: str = "own_site_only"
    domain_on_ip_host: str = "host_only"
    prefixes: tuple[str, ...] = prefixes.ALL
    prefix_case: str = "insensitive"
    host_prefix: str = "as_written"
    loopback_is_secure: bool = True
    secure_from_insecure: str = "refused"
    secure_overlay: str = "protected"
    same_site: str = "schemeful"
    default_same_site: str = LAX_WITH_WINDOW
    same_site_none_needs_secure: bool = True
    redirects_count: bool = False
    reload_keeps_initiator: bool = True
    partitioned: str = "chips"
    identity: str = "with_host_only"
    overwriting: str = "keeps_creation_of_same_value"
    most_per_site: int | None = 180
    purged_to_per_site: int = 150
    most_per_partition: int | None = 180
    most_octets_per_partition: int | None = 10_240
    most_in_all: int | None = 3300
    purged_to_in_all: int = 3000
    idle_days_before_purge: int = 30
    third_party_cookies: str = "allowed"


class Difference(Value):
    """What one field of a policy decides: its possible values, and the source of the newest rule."""

    field: str
    values: tuple[str, ...]
    source: str


DIFFERENCES: tuple[Difference, ...] = (
    Difference("nameless_cookies", ("stored", "dropped"), "6265bis 5.6 step 3; RFC 6265 5.2 steps 2 and 5"),
    Difference("nameless_value_with_equals", ("refused", "stored"), "Chromium probe nameless-value-with-equals"),
    Difference("nameless_prefix", ("refused", "stored"), "6265bis 5.7 step 22; Cookie Crumbles table 2"),
    Difference(
        "control_characters", ("refused", "refused_but_tab", "kept"), "6265bis 5.6 step 1; Chromium probe tab-in-value"
    ),
    Difference("most_octets", ("a number", "none"), "6265bis 5.6 step 5"),
    Difference("most_attribute_octets", ("a number", "none"), "6265bis 5.6, attributes step 6"),
    Difference(
        "bad_attribute", ("hides_earlier", "ignored"), "6265bis 5.6.1; Chromium probe max-age-empty-after-valid"
    ),
    Difference("empty_domain", ("hides_earlier", "ignored"), "6265bis 5.6.3; RFC 6265 5.2.3"),
    Difference("max_age_plus_sign", ("accepted", "ignored"), "6265bis 5.6.2 step 2; Chromium probe max-age-plus"),
    Difference("date_grammar", ("chromium", "spec"), "6265bis 5.1.1; Chromium net/cookies/cookie_util.cc"),
    Difference("longest_lifetime", ("seconds", "none"), "6265bis 5.5"),
    Difference(
        "public_suffixes",
        ("own_site_only", "no_suffix"),
        "6265bis 5.7 step 9; Chromium net/cookies/cookie_util.cc, GetCookieDomainWithString",
    ),
    Difference(
        "domain_on_ip_host", ("host_only", "domain_match"), "6265bis 5.1.3; Chromium probe domain-ip-leading-dot"
    ),
    Difference("prefixes", prefixes.ALL, "6265bis 5.4; layered-cookies 5.4.3"),
    Difference("prefix_case", ("insensitive", "sensitive"), "6265bis 5.4"),
    Difference(
        "host_prefix", ("as_written", "as_stored"), "6265bis 5.7 step 21; Chromium probe host-prefix-no-path-at-root"
    ),
    Difference(
        "loopback_is_secure", ("true", "false"), "6265bis 5.8.3 step 3; Chromium probe localhost-secure-over-http"
    ),
    Difference("secure_from_insecure", ("refused", "allowed"), "6265bis 5.7 step 13"),
    Difference("secure_overlay", ("protected", "unprotected"), "6265bis 5.7 step 16"),
    Difference("same_site", ("schemeful", "schemeless", "ignored"), "6265bis 5.2; HTML, same site"),
    Difference("default_same_site", (LAX_WITH_WINDOW, LAX, NO_DEFAULT), "6265bis 5.6.7.2"),
    Difference("same_site_none_needs_secure", ("true", "false"), "6265bis 5.7 step 19"),
    Difference("redirects_count", ("true", "false"), "Chromium a cross-site hop does not lower the level"),
    Difference("reload_keeps_initiator", ("true", "false"), "6265bis 5.2 step 1"),
    Difference("partitioned", ("chips", "ignored"), "CHIPS"),
    Difference("identity", ("with_host_only", "without_host_only"), "6265bis 5.7 step 23; RFC 6265 5.3 step 11"),
    Difference(
        "overwriting",
        ("keeps_creation", "keeps_creation_of_same_value"),
        "6265bis 5.7 step 23.3; Chromium probe update-keeps-creation-order",
    ),
    Difference("most_per_site", ("a number", "none"), "6265bis 5.7, remove excess cookies; Chromium probe count-181"),
    Difference("purged_to_per_site", ("a number",), "Chromium probe count-181"),
    Difference("most_per_partition", ("a number", "none"), "Chromium net/cookies/cookie_monster.h"),
    Difference("most_octets_per_partition", ("a number", "none"), "Chromium net/cookies/cookie_monster.h"),
    Difference("most_in_all", ("a number", "none"), "6265bis 5.7, remove excess cookies"),
    Difference("purged_to_in_all", ("a number",), "Chromium net/cookies/cookie_monster.h"),
    Difference("idle_days_before_purge", ("a number",), "Chromium net/cookies/cookie_monster.h"),
    Difference("third_party_cookies", ("allowed", "blocked"), "6265bis 7.1"),
)

CHROMIUM_156 = BrowserPolicy("chromium-156", "2026-11")

STRICT_SPEC = BrowserPolicy(
    "strict-spec",
    "2025-12",
    nameless_value_with_equals="stored",
    control_characters="refused_but_tab",
    bad_attribute="ignored",
    max_age_plus_sign="ignored",
    date_grammar="spec",
    public_suffixes="no_suffix",
    domain_on_ip_host="domain_match",
    prefixes=(prefixes.HOST, prefixes.SECURE),
    host_prefix="as_stored",
    default_same_site=LAX,
    partitioned="ignored",
    overwriting="keeps_creation",
    most_per_site=None,
    most_per_partition=None,
    most_octets_per_partition=None,
    most_in_all=None,
)

RFC_6265 = replace(
    STRICT_SPEC,
    name="rfc6265",
    dated="2011-04",
    nameless_cookies="dropped",
    control_characters="kept",
    most_octets=None,
    most_attribute_octets=None,
    empty_domain="ignored",
    longest_lifetime=None,
    prefixes=(),
    loopback_is_secure=False,
    secure_from_insecure="allowed",
    secure_overlay="unprotected",
    same_site="ignored",
    default_same_site=NO_DEFAULT,
    same_site_none_needs_secure=False,
    reload_keeps_initiator=False,
    identity="without_host_only",
)

NONE_BY_DEFAULT_2019 = replace(
    CHROMIUM_156,
    name="2019-none-by-default",
    dated="2019-10",
    nameless_value_with_equals="stored",
    nameless_prefix="stored",
    longest_lifetime=None,
    prefixes=(prefixes.HOST, prefixes.SECURE),
    prefix_case="sensitive",
    loopback_is_secure=False,
    same_site="schemeless",
    default_same_site=NO_DEFAULT,
    same_site_none_needs_secure=False,
    partitioned="ignored",
)

POLICIES: tuple[BrowserPolicy, ...] = (CHROMIUM_156, STRICT_SPEC, RFC_6265, NONE_BY_DEFAULT_2019)
DEFAULT_POLICY = CHROMIUM_156


def policy_named(name: str) -> BrowserPolicy:
    """The policy of that name. Raises `Trouble("unknown_name")` with the nearest ones."""
    for policy in POLICIES:
        if policy.name == name:
            return policy
    known = [policy.name for policy in POLICIES]
    raise Trouble("unknown_name", kind="policy", name=name, known=", ".join(nearest(name, known) or known))


def with_settings(
    policy: BrowserPolicy, *, third_party_cookies: str | None = None, default_same_site: str | None = None
) -> BrowserPolicy:
    """The policy with the browser settings of an environment put over it; None leaves what the policy says."""
    return replace(
        policy,
        third_party_cookies=policy.third_party_cookies if third_party_cookies is None else third_party_cookies,
        default_same_site=policy.default_same_site if default_same_site is None else default_same_site,
    )
