"""From a cookie as it is written to one that could be stored (6265bis 5.6.1 to 5.6.7, and 5.7 steps 5 to 17)."""

from __future__ import annotations

import math
import re

from sessionlab.cookies.context import StoreContext
from sessionlab.cookies.date import parse_date
from sessionlab.cookies.domain_match import domain_match
from sessionlab.cookies.jar import Cookie
from sessionlab.cookies.parse import Attribute, ParsedCookie
from sessionlab.cookies.path_match import default_path
from sessionlab.cookies.policy import BrowserPolicy
from sessionlab.cookies.prefixes import HOST, HOST_PREFIXES, NONE, known_prefix, prefix_of
from sessionlab.cookies.reasons import Reason, reason
from sessionlab.cookies.same_site import attribute_of
from sessionlab.http.site import is_public_suffix, public_suffix
from sessionlab.http.url import canonical_host, is_ip
from sessionlab.value import Value

_MAX_AGE = re.compile(r"-?[0-9]+")
_MAX_AGE_WITH_PLUS = re.compile(r"[-+]?[0-9]+")


class Candidate(Value):
    """A cookie that could be stored, and what its text already says against that."""

    cookie: Cookie
    reasons: tuple[Reason, ...] = ()


def canonicalise(parsed: ParsedCookie, context: StoreContext, policy: BrowserPolicy, now: float) -> Candidate:
    """Decide every attribute of a parsed cookie for the place and time it arrives at. Raises nothing."""
    given = meant(parsed, policy)
    domain, host_only, against = domain_for(given.get("domain", ""), context.host, policy)
    path = given.get("path", "")
    partitioned = "partitioned" in given and policy.partitioned == "chips"
    cookie = Cookie(
        name=parsed.name,
        value=parsed.value,
        domain=domain,
        host_only=host_only,
        path=path if path.startswith("/") else default_path(context.path),
        secure="secure" in given,
        http_only="httponly" in given,
        same_site=attribute_of(given.get("samesite", "")),
        partition_key=context.partition_key if partitioned else None,
        creation=now,
        last_access=now,
        expiry=expiry_of(given, policy, now),
        octets=parsed.octets,
    )
    return Candidate(cookie, (*against, *_false_names(parsed, cookie, given, context, policy)))


def meant(parsed: ParsedCookie, policy: BrowserPolicy) -> dict[str, str]:
    """The attributes that count, by lower-case name: the last of each name that the policy does not pass over."""
    counting: dict[str, str] = {}
    for attribute in parsed.attributes:
        if not ignored(attribute, policy):
            counting[attribute.name.lower()] = attribute.value
    return counting


def ignored(attribute: Attribute, policy: BrowserPolicy) -> bool:
    """Whether an attribute is passed over, so that an earlier one of its name still counts."""
    name = attribute.name.lower()
    if policy.most_attribute_octets is not None and len(attribute.value) > policy.most_attribute_octets:
        return True
    if name == "domain":
        return not attribute.value and policy.empty_domain == "ignored"
    if policy.bad_attribute != "ignored":
        return False
    if name == "max-age":
        return max_age_of(attribute.value, policy) is None
    return name == "expires" and parse_date(attribute.value, policy.date_grammar) is None


def max_age_of(text: str, policy: BrowserPolicy) -> int | None:
    """The seconds that the text after `Max-Age=` means, or None if it is no number (6265bis 5.6.2)."""
    shape = _MAX_AGE_WITH_PLUS if policy.max_age_plus_sign == "accepted" else _MAX_AGE
    if not shape.fullmatch(text):
        return None
    # Longer numbers mean "very long"; Python refuses to read thousands of digits.
    return int(text[:1] + "9" * 18) if len(text) > 19 else int(text)


def expiry_of(given: dict[str, str], policy: BrowserPolicy, now: float) -> float:
    """When the cookie expires: by Max-Age, else by Expires, else with the browser session (6265bis 5.7 step 6)."""
    seconds = max_age_of(given["max-age"], policy) if "max-age" in given else None
    instant: float | None
    if seconds is not None:
        instant = now + seconds if seconds > 0 else -math.inf
    else:
        instant = parse_date(given.get("expires", ""), policy.date_grammar)
    if instant is None:
        return math.inf
    return instant if policy.longest_lifetime is None else min(instant, now + policy.longest_lifetime)


def domain_for(attribute: str, host: str, policy: BrowserPolicy) -> tuple[str, bool, tuple[Reason, ...]]:
    """The domain of a cookie, whether it is host-only, and what speaks against it (6265bis 5.7 steps 7 to 10).

    `attribute` is the text after `Domain=`, "" for none; `host` the canonical request host.
    """
    if not attribute:
        return host, True, ()
    written = attribute.removeprefix(".")
    if is_ip(host):
        if written.lower() == host:
            return host, policy.domain_on_ip_host == "host_only", ()
        return written, False, (reason("domain_mismatch", "6265bis 5.7 step 10", host=host, domain=written),)
    domain = None if "%" in written else canonical_host(_as_text(written))
    if domain is None:
        return written, False, (reason("invalid_domain", "6265bis 5.7 step 8", domain=attribute),)
    if is_public_suffix(domain) and domain == host:
        return host, True, ()
    if is_public_suffix(domain) or (policy.public_suffixes == "own_site_only" and _spans_sites(domain, host)):
        return domain, False, (reason("public_suffix", "6265bis 5.7 step 9", domain=domain),)
    if not domain_match(host, domain):
        return domain, False, (reason("domain_mismatch", "6265bis 5.7 step 10", host=host, domain=domain),)
    return domain, False, ()


def _spans_sites(domain: str, host: str) -> bool:
    """Whether other sites than the host's lie below the domain, as below `amazonaws.com`, which is no suffix itself."""
    return domain_match(host, domain) and len(domain) <= len(public_suffix(host) or "")


def _as_text(octets: str) -> str:
    """A name that came as UTF-8 octets; octets that are no UTF-8 stay and are refused as no host."""
    try:
        return octets.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return octets


def _false_names(
    parsed: ParsedCookie, cookie: Cookie, given: dict[str, str], context: StoreContext, policy: BrowserPolicy
) -> tuple[Reason, ...]:
    """What names promise by their text, and the text of the line does not keep (6265bis 5.7 steps 21 and 22)."""
    if not parsed.name:
        return nameless_reasons(parsed.value, policy)
    prefix = prefix_of(parsed.name)
    if prefix not in HOST_PREFIXES or HOST not in policy.prefixes or cookie.path != "/":
        return ()
    if policy.prefix_case == "sensitive" and cookie.exact_prefix == NONE:
        return ()
    if "path" not in given or (policy.host_prefix == "as_written" and given["path"] != "/"):
        return (reason("prefix_needs_path_attribute", "6265bis 5.7 step 21.3", prefix=prefix),)
    if policy.host_prefix == "as_written" and given.get("domain") and cookie.host_only and not is_ip(context.host):
        return (reason("prefix_forbids_domain", "Chromium net/cookies/cookie_util.cc", prefix=prefix),)
    return ()


def nameless_reasons(value: str, policy: BrowserPolicy) -> tuple[Reason, ...]:
    """A nameless cookie is sent as its bare value, which a server may read as a name that was never granted."""
    if policy.nameless_cookies == "dropped":
        return (reason("nameless", "RFC 6265 5.2 step 5"),)
    found = []
    hidden = known_prefix(prefix_of(value), policy.prefixes)
    if hidden != NONE and policy.nameless_prefix == "refused":
        found.append(reason("nameless_prefix", "6265bis 5.7 step 22", prefix=hidden))
    if "=" in value and policy.nameless_value_with_equals == "refused":
        found.append(reason("nameless_with_equals", "Chromium probe nameless-value-with-equals"))
    return tuple(found)
