from __future__ import annotations

import pytest
from hypothesis import given

from sessionlab.cookies.context import StoreContext
from sessionlab.cookies.jar import Cookie, Jar
from sessionlab.cookies.policy import CHROMIUM_156, RFC_6265, STRICT_SPEC, BrowserPolicy, with_settings
from sessionlab.cookies.reasons import Refused
from sessionlab.cookies.store import FIRST_REASON, Stored, first_refusal, refusals, store
from sessionlab.value import replace
from tests.cookies.choices import watching
from tests.cookies.making import NOW, answering, arrivals, codes, cookie, cookies, jar_of, jars, policies

TLS = answering()
PLAIN = answering(secure=False)
SCRIPT = answering(http_api=False)
CROSS_SITE = answering(same_site_allowed=False)


def judged(candidate: Cookie, context: StoreContext = TLS, jar: Jar = (), policy: BrowserPolicy = CHROMIUM_156):
    return codes(store(jar, candidate, context, policy, NOW))


def taken(jar: Jar, candidate: Cookie, policy: BrowserPolicy = CHROMIUM_156) -> Stored:
    result = store(jar, candidate, TLS, policy, NOW)
    assert isinstance(result, Stored)
    return result


def test_a_new_cookie_goes_to_the_end_of_the_jar():
    jar = (cookie("a"),)
    assert store(jar, cookie("b"), answering(), CHROMIUM_156, NOW) == Stored((*jar, cookie("b")), cookie("b"))


def test_a_secure_cookie_cannot_come_over_an_unencrypted_connection():
    assert judged(cookie(secure=True), PLAIN) == ["secure_from_insecure"]
    assert judged(cookie(secure=True), PLAIN, policy=RFC_6265) == []


def test_a_script_cannot_make_or_overwrite_an_http_only_cookie():
    assert judged(cookie(http_only=True), SCRIPT) == ["http_only_from_script"]
    assert judged(cookie(), SCRIPT, (cookie(http_only=True),)) == ["overwrites_http_only"]
    assert judged(cookie(path="/a"), SCRIPT, (cookie(http_only=True),)) == []


def test_an_unencrypted_response_leaves_secure_cookies_alone():
    secure = (cookie(secure=True, path="/login"),)
    assert judged(cookie(path="/login"), PLAIN, secure) == ["overlays_secure"]
    assert judged(cookie(path="/login/en"), PLAIN, secure) == ["overlays_secure"]
    assert judged(cookie(path="/"), PLAIN, secure) == []
    assert judged(cookie("other", path="/login"), PLAIN, secure) == []
    assert judged(cookie(path="/login"), answering(), secure) == []


def test_a_secure_cookie_of_a_domain_above_or_below_is_left_alone_too():
    above = (cookie(secure=True, domain="example.test", host_only=False),)
    below = (cookie(secure=True, domain="a.www.example.test"),)
    assert judged(cookie(), PLAIN, above) == ["overlays_secure"]
    assert judged(cookie(), PLAIN, below) == ["overlays_secure"]


@pytest.mark.parametrize("same_site", ["strict", "lax", "unset"])
def test_a_cross_site_response_cannot_store_a_same_site_cookie(same_site: str):
    assert judged(cookie(same_site=same_site), CROSS_SITE) == ["same_site"]


def test_same_site_none_needs_secure():
    assert judged(cookie(same_site="none")) == ["same_site_none_insecure"]
    assert judged(cookie(same_site="none", secure=True), CROSS_SITE) == []


@pytest.mark.parametrize(
    ("name", "changes", "broken"),
    [
        ("__Secure-a", {}, ["prefix_needs_secure"]),
        ("__SECURE-a", {}, ["prefix_needs_secure"]),
        ("__Secure-a", {"secure": True, "domain": "example.test", "host_only": False}, []),
        ("__Host-a", {"secure": True}, []),
        ("__Host-a", {"secure": True, "path": "/a"}, ["prefix_needs_root_path"]),
        ("__Host-a", {"secure": True, "domain": "example.test", "host_only": False}, ["prefix_needs_host_only"]),
        ("__Http-a", {"secure": True}, ["prefix_needs_http_only"]),
        ("__Http-a", {"secure": True, "http_only": True, "path": "/a"}, []),
        ("__Host-Http-a", {}, ["prefix_needs_secure", "prefix_needs_http_only"]),
        ("__Host-Http-a", {"secure": True, "http_only": True}, []),
    ],
)
def test_a_prefix_is_a_promise_that_must_be_kept(name: str, changes: dict[str, object], broken: list[str]):
    assert judged(cookie(name, **changes)) == broken


def test_prefixes_mean_what_the_browser_of_the_time_knows():
    assert judged(cookie("__Http-a", secure=True), policy=STRICT_SPEC) == []
    assert judged(cookie("__Host-Http-a", secure=True), policy=STRICT_SPEC) == []
    assert judged(cookie("__Host-a"), policy=RFC_6265) == []


def test_partitioned_needs_secure():
    assert judged(cookie(partition_key="https://a.test")) == ["partitioned_insecure"]


def test_third_party_cookies_can_be_blocked_unless_they_are_partitioned():
    blocking = with_settings(CHROMIUM_156, third_party_cookies="blocked")
    third = answering(third_party=True)
    assert judged(cookie(), third, policy=blocking) == ["third_party_blocked"]
    assert judged(cookie(secure=True, partition_key="https://a.test"), third, policy=blocking) == []
    assert judged(cookie(), third) == []


def test_a_response_without_credentials_stores_nothing():
    assert judged(cookie(), answering(credentials=False)) == ["credentials_omitted"]


def test_overwriting_replaces_the_cookie_and_keeps_the_others():
    jar = jar_of("a=1", "b=1")
    result = taken(jar, cookie("a", "2"))
    assert result.replaced == jar[0]
    assert [(one.name, one.value) for one in result.jar] == [("b", "1"), ("a", "2")]


def test_the_standard_keeps_the_place_of_an_overwritten_cookie_and_chromium_only_if_its_value_stays():
    jar = (cookie("a", creation=NOW - 9), cookie("b", creation=NOW - 8))
    for policy, value, names in ((STRICT_SPEC, "2", "ab"), (CHROMIUM_156, "2", "ba"), (CHROMIUM_156, "1", "ab")):
        result = taken(jar, cookie("a", value), policy)
        assert "".join(one.name for one in result.jar) == names
        assert result.cookie.creation == (NOW - 9 if names == "ab" else NOW)


def test_an_expired_cookie_only_deletes():
    result = taken((cookie("a"),), cookie("a", expiry=NOW))
    assert (result.jar, result.replaced, result.evicted) == ((), cookie("a"), (result.cookie,))


def test_the_host_only_flag_belongs_to_the_identity_since_6265bis():
    wide = cookie(host_only=False)
    assert len(taken((cookie(),), wide, STRICT_SPEC).jar) == 2
    assert len(taken((cookie(),), wide, RFC_6265).jar) == 1


def test_a_verdict_over_tls_looks_at_nothing_but_what_can_matter():
    read: set[str] = set()
    assert first_refusal(cookie(), (), answering(), CHROMIUM_156, NOW, watching(read)) is None
    assert read == {"same_site"}


def test_a_verdict_stops_at_the_first_reason():
    read: set[str] = set()
    wrong = cookie("__Host-a", secure=True, http_only=True, path="/a")
    reason = first_refusal(wrong, (), answering(secure=False, http_api=False), CHROMIUM_156, NOW, watching(read))
    assert reason is not None
    assert (reason.code, read) == ("secure_from_insecure", {"secure"})


@given(cookies, jars, arrivals, policies)
def test_the_verdict_agrees_with_the_explanation(
    candidate: Cookie, jar: Jar, context: StoreContext, policy: BrowserPolicy
):
    full = store(jar, candidate, context, policy, NOW)
    short = store(jar, candidate, context, policy, NOW, wanted=FIRST_REASON)
    first = first_refusal(candidate, jar, context, policy, NOW)
    if isinstance(full, Refused):
        assert short == Refused(full.reasons[:1])
        assert first == full.reasons[0]
    else:
        assert (short, first) == (full, None)


@given(cookies, jars, arrivals, policies)
def test_undecided_attributes_are_only_compared(
    candidate: Cookie, jar: Jar, context: StoreContext, policy: BrowserPolicy
):
    plain = [reason.code for reason in refusals(candidate, jar, context, policy, NOW)]
    seen = [reason.code for reason in refusals(candidate, jar, context, policy, NOW, watching(set()))]
    assert seen == plain


@given(cookies, jars, arrivals, policies)
def test_storing_twice_is_as_storing_once(candidate: Cookie, jar: Jar, context: StoreContext, policy: BrowserPolicy):
    once = store(jar, candidate, context, policy, NOW)
    if isinstance(once, Stored):
        twice = store(once.jar, candidate, context, policy, NOW)
        assert isinstance(twice, Stored)
        assert twice.jar == once.jar


@given(cookies, jars, arrivals, policies)
def test_nothing_that_was_given_is_changed(candidate: Cookie, jar: Jar, context: StoreContext, policy: BrowserPolicy):
    before = tuple(replace(one) for one in jar)
    store(jar, candidate, context, policy, NOW)
    assert jar == before
