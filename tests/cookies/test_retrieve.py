from __future__ import annotations

import pytest
from hypothesis import given

from sessionlab.cookies.context import RetrieveContext
from sessionlab.cookies.jar import Cookie, Jar
from sessionlab.cookies.policy import CHROMIUM_156, BrowserPolicy, with_settings
from sessionlab.cookies.retrieve import in_order, retrieve, sent_only, withheld_because
from tests.cookies.choices import watching
from tests.cookies.making import NOW, asking, cookie, jars, policies, retrievals


def against(one: Cookie, context: RetrieveContext, policy: BrowserPolicy = CHROMIUM_156, now: float = NOW) -> list[str]:
    return [reason.code for reason in withheld_because(one, context, policy, now)]


@pytest.mark.parametrize(
    ("one", "context", "code"),
    [
        (cookie(), asking("sub.www.example.test"), "other_host"),
        (cookie(), asking("example.test"), "other_host"),
        (cookie(path="/a"), asking(path="/ab"), "other_path"),
        (cookie(expiry=NOW), asking(), "expired"),
        (cookie(secure=True), asking(secure=False), "secure_over_insecure"),
        (cookie(http_only=True), asking(http_api=False), "http_only_for_script"),
        (cookie(partition_key="https://a.test"), asking(partition_key="https://b.test"), "other_partition"),
        (cookie(same_site="strict"), asking(level="lax"), "same_site"),
        (cookie(same_site="lax"), asking(level="none"), "same_site"),
        (cookie(same_site="lax"), asking(level="none", unsafe_top_level=True), "same_site"),
        (cookie(same_site="unset"), asking(level="none"), "same_site"),
        (cookie(), asking(credentials=False), "credentials_omitted"),
    ],
)
def test_a_cookie_is_withheld_for_one_reason(one: Cookie, context: RetrieveContext, code: str):
    assert against(one, context) == [code]


@pytest.mark.parametrize(
    ("one", "context"),
    [
        (cookie(domain="example.test", host_only=False), asking("deep.www.example.test")),
        (cookie(path="/a"), asking(path="/a/b")),
        (cookie(secure=True), asking()),
        (cookie(http_only=True), asking()),
        (cookie(same_site="lax"), asking(level="lax")),
        (cookie(same_site="none", secure=True), asking(level="none")),
        (cookie(partition_key="https://a.test"), asking(partition_key="https://a.test")),
        (cookie(), asking(partition_key="https://a.test", third_party=True)),
    ],
)
def test_a_cookie_is_sent_where_nothing_speaks_against_it(one: Cookie, context: RetrieveContext):
    assert against(one, context) == []


def test_a_young_unset_cookie_goes_with_a_cross_site_top_level_post_for_two_minutes():
    context = asking(level="none", unsafe_top_level=True)
    assert against(cookie(), context, now=NOW + 119) == []
    assert against(cookie(), context, now=NOW + 120) == ["same_site"]


def test_third_party_cookies_can_be_blocked_unless_they_are_partitioned():
    blocking = with_settings(CHROMIUM_156, third_party_cookies="blocked")
    context = asking(level="none", third_party=True, partition_key="https://a.test")
    free = cookie(same_site="none", secure=True)
    assert against(free, context, blocking) == ["third_party_blocked"]
    assert against(cookie(same_site="none", secure=True, partition_key="https://a.test"), context, blocking) == []


def test_all_reasons_are_given_in_the_order_of_the_standard():
    wrong = cookie(path="/a", secure=True, http_only=True, same_site="strict")
    context = asking("other.test", secure=False, http_api=False, level="none")
    order = ["other_host", "other_path", "secure_over_insecure", "http_only_for_script", "same_site"]
    assert against(wrong, context) == order


def test_longer_paths_go_first_and_then_older_cookies():
    jar = (cookie("new"), cookie("old", creation=NOW - 1), cookie("deep", path="/a"))
    assert [one.name for one in in_order(jar)] == ["deep", "old", "new"]


def test_cookies_of_one_instant_go_in_the_order_of_the_jar():
    assert [one.name for one in in_order((cookie("b"), cookie("a")))] == ["b", "a"]


def test_nothing_is_read_of_a_cookie_that_goes_alone():
    def shy(_: Cookie) -> Cookie:
        raise AssertionError("looked at")

    assert in_order((cookie(),), shy) == (cookie(),)


def test_a_same_site_request_over_tls_reads_neither_same_site_nor_secure():
    read: set[str] = set()
    assert sent_only((cookie(),), asking(), CHROMIUM_156, NOW, watching(read)) == (cookie(),)
    assert read == {"path"}


def test_a_verdict_stops_at_the_first_reason():
    read: set[str] = set()
    assert sent_only((cookie(path="/a", secure=True),), asking(secure=False), CHROMIUM_156, NOW, watching(read)) == ()
    assert read == {"path"}


@given(jars, retrievals, policies)
def test_a_withheld_cookie_always_has_a_reason_and_a_sent_one_none(
    jar: Jar, context: RetrieveContext, policy: BrowserPolicy
):
    result = retrieve(jar, context, policy, NOW)
    assert all(one.reasons for one in result.withheld)
    assert all(against(one, context, policy) == [] for one in result.sent)
    assert len(result.sent) + len(result.withheld) == len(jar)


@given(jars, retrievals, policies)
def test_the_verdict_agrees_with_the_explanation(jar: Jar, context: RetrieveContext, policy: BrowserPolicy):
    assert sent_only(jar, context, policy, NOW) == retrieve(jar, context, policy, NOW).sent


@given(jars, retrievals, policies)
def test_undecided_attributes_are_only_compared(jar: Jar, context: RetrieveContext, policy: BrowserPolicy):
    assert sent_only(jar, context, policy, NOW, watching(set())) == sent_only(jar, context, policy, NOW)
