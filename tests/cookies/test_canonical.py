from __future__ import annotations

import math

import pytest
from hypothesis import given

from sessionlab.cookies.canonical import Candidate, canonicalise, domain_for, max_age_of
from sessionlab.cookies.context import StoreContext
from sessionlab.cookies.parse import ParsedCookie, parse
from sessionlab.cookies.policy import CHROMIUM_156, DAY, RFC_6265, STRICT_SPEC, BrowserPolicy
from sessionlab.value import replace
from tests.cookies.making import NOW, answering, arrivals, lines, policies

SPEC_IN_2031 = "Wed, 01 Jan 2031 00:00:00 GMT"


def candidate(line: str, policy: BrowserPolicy = CHROMIUM_156, **context) -> Candidate:
    parsed = parse(line, policy)
    assert isinstance(parsed, ParsedCookie)
    return canonicalise(parsed, answering(**context), policy, NOW)


def codes(found: Candidate) -> list[str]:
    return [reason.code for reason in found.reasons]


def test_a_bare_cookie_belongs_to_its_host_its_folder_and_the_browser_session():
    made = candidate("sid=1", path="/a/b").cookie
    assert (made.domain, made.host_only, made.path, made.expiry) == ("www.example.test", True, "/a", math.inf)
    assert (made.secure, made.http_only, made.same_site, made.partition_key) == (False, False, "unset", None)
    assert (made.creation, made.last_access, made.octets) == (NOW, NOW, 4)


def test_the_last_attribute_of_a_name_counts_in_any_case():
    made = candidate("sid=1; Path=/a; PATH=/b; samesite=Lax; SameSite=STRICT; secure; HTTPONLY=no").cookie
    assert (made.path, made.same_site, made.secure, made.http_only) == ("/b", "strict", True, True)


@pytest.mark.parametrize("line", ["sid=1; Path=x", "sid=1; Path", "sid=1; Path=/x; Path="])
def test_a_path_that_does_not_begin_with_a_slash_is_the_default(line: str):
    assert candidate(line, path="/a/b").cookie.path == "/a"


def test_max_age_beats_expires_and_no_lifetime_exceeds_400_days():
    assert candidate(f"sid=1; Max-Age=60; Expires={SPEC_IN_2031}").cookie.expiry == NOW + 60
    assert candidate("sid=1; Max-Age=99999999999999999999999").cookie.expiry == NOW + 400 * DAY
    assert candidate(f"sid=1; Expires={SPEC_IN_2031}").cookie.expiry == NOW + 400 * DAY
    assert candidate(f"sid=1; Expires={SPEC_IN_2031}", RFC_6265).cookie.expiry > NOW + 400 * DAY


@pytest.mark.parametrize("text", ["0", "-1", "-99999999999999999999999"])
def test_a_max_age_that_is_not_positive_has_already_passed(text: str):
    assert candidate(f"sid=1; Max-Age={text}").cookie.expiry == -math.inf


@pytest.mark.parametrize("text", ["", "x", "1.5", "1e3", "--1", " "])
def test_what_is_no_max_age(text: str):
    assert max_age_of(text.strip(), CHROMIUM_156) is None


def test_a_plus_sign_counts_for_chromium_only():
    assert max_age_of("+100", CHROMIUM_156) == 100
    assert max_age_of("+100", STRICT_SPEC) is None


def test_a_bad_attribute_hides_an_earlier_good_one_from_chromium_only():
    line = "sid=1; Max-Age=100; Max-Age=x"
    assert candidate(line).cookie.expiry == math.inf
    assert candidate(line, STRICT_SPEC).cookie.expiry == NOW + 100


def test_an_attribute_longer_than_1024_octets_is_as_if_it_were_not_written():
    line = f"sid=1; Path=/a; Path=/{'p' * 1024}"
    assert candidate(line).cookie.path == "/a"
    assert candidate(line, RFC_6265).cookie.path == f"/{'p' * 1024}"


@pytest.mark.parametrize("text", ["example.test", ".example.test", "EXAMPLE.Test"])
def test_a_domain_above_the_host_takes_in_all_hosts_below_it(text: str):
    made = candidate(f"sid=1; Domain={text}").cookie
    assert (made.domain, made.host_only) == ("example.test", False)


@pytest.mark.parametrize(
    ("host", "text", "code"),
    [
        ("www.example.test", "other.test", "domain_mismatch"),
        ("www.example.test", "a.www.example.test", "domain_mismatch"),
        ("www.example.test", "..example.test", "domain_mismatch"),
        ("www.example.test", "example.test.", "domain_mismatch"),
        ("www.example.test", "test", "public_suffix"),
        ("a.github.io", "github.io", "public_suffix"),
        ("www.b.co.uk", "co.uk", "public_suffix"),
        ("www.example.test", ".", "invalid_domain"),
        ("www.example.test", "ex ample.test", "invalid_domain"),
        ("www.example.test", "%65xample.test", "invalid_domain"),
        ("10.0.0.1", "0.0.1", "domain_mismatch"),
        ("10.0.0.1", "10.0.0.1.", "domain_mismatch"),
    ],
)
def test_a_domain_that_is_not_the_hosts_own_is_refused(host: str, text: str, code: str):
    assert codes(candidate(f"sid=1; Domain={text}", host=host)) == [code]


@pytest.mark.parametrize(
    ("host", "text"), [("github.io", "github.io"), ("intranet", "intranet"), ("localhost", ".localhost")]
)
def test_a_public_suffix_may_set_cookies_for_itself_alone(host: str, text: str):
    assert domain_for(text, host, CHROMIUM_156) == (host, True, ())


def test_a_domain_attribute_that_is_the_address_itself_is_fine():
    assert domain_for(".10.0.0.1", "10.0.0.1", CHROMIUM_156) == ("10.0.0.1", True, ())
    assert domain_for("10.0.0.1", "10.0.0.1", RFC_6265) == ("10.0.0.1", False, ())


def test_a_domain_that_spans_sites_is_refused_by_chromium_though_it_is_no_suffix_itself():
    host = "bucket.s3.amazonaws.com"
    assert domain_for("amazonaws.com", host, CHROMIUM_156)[2][0].code == "public_suffix"
    assert domain_for("amazonaws.com", host, STRICT_SPEC)[2] == ()


def test_a_domain_may_come_as_the_utf_8_octets_of_its_letters():
    octets = "b\u00c3\u00bccher.test"
    assert domain_for(octets, "www.xn--bcher-kva.test", CHROMIUM_156) == ("xn--bcher-kva.test", False, ())


def test_an_empty_domain_after_another_counts_as_none_since_2019_or_so():
    line = "sid=1; Domain=example.test; Domain="
    assert candidate(line).cookie.host_only
    assert not candidate(line, RFC_6265).cookie.host_only


def test_a_partitioned_cookie_is_kept_under_the_site_at_the_top():
    line = "sid=1; Secure; Partitioned"
    assert candidate(line, partition_key="https://top.test").cookie.partition_key == "https://top.test"
    assert candidate(line, STRICT_SPEC, partition_key="https://top.test").cookie.partition_key is None


def test_a_host_prefix_needs_its_path_written_out():
    assert codes(candidate("__Host-sid=1; Secure")) == ["prefix_needs_path_attribute"]
    assert codes(candidate("__Host-sid=1; Secure; Path=/")) == []
    assert codes(candidate("__Host-sid=1; Secure; Path=x")) == ["prefix_needs_path_attribute"]
    assert codes(candidate("__Host-sid=1; Secure; Path=x", STRICT_SPEC)) == []


def test_chromium_takes_no_domain_attribute_with_a_host_prefix_even_if_the_cookie_is_host_only():
    line = "__Host-sid=1; Secure; Path=/; Domain=github.io"
    assert codes(candidate(line, host="github.io")) == ["prefix_forbids_domain"]
    assert codes(candidate(line, STRICT_SPEC, host="github.io")) == []


@pytest.mark.parametrize("value", ["__Host-a", "__SECURE-", "__http-x", "__Host-Http-y"])
def test_a_nameless_cookie_may_not_look_like_a_prefixed_name(value: str):
    assert codes(candidate(value)) == ["nameless_prefix"]


def test_a_nameless_cookie_with_an_equals_sign_is_refused_by_chromium_only():
    assert codes(candidate("=a=b")) == ["nameless_with_equals"]
    assert codes(candidate("=a=b", STRICT_SPEC)) == []


def test_a_browser_that_lets_case_count_takes_other_spellings_for_ordinary_names():
    policy = replace(CHROMIUM_156, prefix_case="sensitive")
    assert codes(candidate("__HOST-sid=1; Secure", policy)) == []


@given(lines, policies, arrivals)
def test_no_line_raises(line: str, policy: BrowserPolicy, context: StoreContext):
    parsed = parse(line, policy)
    if isinstance(parsed, ParsedCookie):
        assert canonicalise(parsed, context, policy, NOW).cookie.name == parsed.name
