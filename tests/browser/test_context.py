from __future__ import annotations

import pytest

from sessionlab.browser.context import fetch_site, partition_key_of, request_context, script_contexts
from sessionlab.cookies.policy import CHROMIUM_156, NONE_BY_DEFAULT_2019, RFC_6265
from sessionlab.http.url import parse_url
from sessionlab.value import replace

HOME = parse_url("https://app.example.test/me")
SIBLING = parse_url("https://blog.example.test/")
FOREIGN = parse_url("https://evil.test/")
PLAIN = parse_url("http://app.example.test/me")


def context(kind: str, page=None, url=HOME, policy=CHROMIUM_156, **more):
    return request_context(url, kind, policy, initiator=page, **more)


@pytest.mark.parametrize("page", [None, HOME, SIBLING])
@pytest.mark.parametrize("kind", ["visit", "link", "form-post", "popup", "reload"])
def test_a_navigation_from_the_own_site_carries_everything(kind: str, page):
    assert context(kind, page).retrieve.level == "strict"


@pytest.mark.parametrize(
    ("kind", "level", "unsafe"),
    [
        ("link", "lax", False),
        ("form-get", "lax", False),
        ("popup", "lax", False),
        ("reload", "lax", False),
        ("form-post", "none", True),
        ("fetch", "none", False),
        ("fetch-post", "none", False),
        ("img", "none", False),
        ("iframe", "none", False),
        ("iframe-form-post", "none", False),
    ],
)
def test_what_another_site_can_cause(kind: str, level: str, unsafe: bool):
    asked = context(kind, FOREIGN).retrieve
    assert (asked.level, asked.unsafe_top_level) == (level, unsafe)


@pytest.mark.parametrize("kind", ["fetch", "img", "iframe", "iframe-form-post"])
def test_a_page_of_the_own_site_may_ask_for_anything(kind: str):
    assert context(kind, SIBLING).retrieve.level == "strict"


def test_another_scheme_is_another_site():
    assert context("link", PLAIN).retrieve.level == "lax"
    assert context("link", PLAIN, policy=NONE_BY_DEFAULT_2019).retrieve.level == "strict"


def test_a_redirect_over_another_site_does_not_lower_the_level_in_chromium():
    assert context("link", HOME, via=(FOREIGN,)).retrieve.level == "strict"
    assert (
        context("link", HOME, via=(FOREIGN,), policy=replace(CHROMIUM_156, redirects_count=True)).retrieve.level
        == "lax"
    )
    assert context("link", FOREIGN, via=(HOME,)).retrieve.level == "lax"


def test_a_reload_remembers_who_caused_the_page():
    assert context("reload", FOREIGN).retrieve.level == "lax"
    assert context("reload", FOREIGN, policy=RFC_6265).retrieve.level == "strict"


def test_a_post_that_a_redirect_turned_into_get_is_safe():
    assert context("form-post", FOREIGN, via=(FOREIGN,), method="GET").retrieve.level == "lax"


def test_any_top_level_navigation_may_store_same_site_cookies():
    assert context("form-post", FOREIGN).store.same_site_allowed
    assert not context("img", FOREIGN).store.same_site_allowed
    assert context("img", SIBLING).store.same_site_allowed


def test_what_a_foreign_page_embeds_is_a_third_party():
    assert context("iframe", FOREIGN).retrieve.third_party
    assert context("img", FOREIGN).store.third_party
    assert not context("link", FOREIGN).retrieve.third_party
    assert not context("img", SIBLING).retrieve.third_party


@pytest.mark.parametrize(
    ("kind", "page", "sent"),
    [
        ("fetch-omit", HOME, False),
        ("fetch-same-origin", HOME, True),
        ("fetch-same-origin", SIBLING, False),
        ("fetch", FOREIGN, True),
        ("img", FOREIGN, True),
    ],
)
def test_a_request_goes_with_or_without_credentials(kind: str, page, sent: bool):
    asked = context(kind, page)
    assert (asked.retrieve.credentials, asked.store.credentials) == (sent, sent)


def test_a_same_origin_fetch_that_is_redirected_away_and_back_loses_its_credentials():
    assert not context("fetch-same-origin", HOME, via=(HOME, FOREIGN)).retrieve.credentials


def test_secure_cookies_may_travel_over_tls_and_to_this_machine():
    local = parse_url("http://localhost:8000/")
    assert [context("visit", url=url).retrieve.secure for url in (HOME, PLAIN, local)] == [True, False, True]
    assert not context("visit", url=local, policy=RFC_6265).retrieve.secure


@pytest.mark.parametrize(
    ("page", "via", "value"),
    [
        (None, (), "none"),
        (HOME, (), "same-origin"),
        (SIBLING, (), "same-site"),
        (FOREIGN, (), "cross-site"),
        (HOME, (FOREIGN,), "cross-site"),
        (HOME, (SIBLING,), "same-site"),
        (PLAIN, (), "cross-site"),
    ],
)
def test_the_server_is_told_who_asks(page, via, value: str):
    assert fetch_site(HOME, page, via) == value


def test_fetch_metadata_goes_to_trustworthy_servers_only():
    asked = context("iframe", SIBLING)
    assert [value for _, value in asked.fetch_metadata] == ["same-site", "navigate", "iframe"]
    plain = context("iframe", SIBLING, url=PLAIN)
    assert plain.fetch_metadata == ()


def test_the_partition_is_the_site_at_the_top():
    assert context("visit").retrieve.partition_key == "https://example.test"
    assert context("iframe", FOREIGN).retrieve.partition_key == "https://evil.test"
    assert context("iframe", FOREIGN).store.partition_key == "https://evil.test"


def test_a_foreign_frame_between_makes_a_partition_of_its_own():
    assert partition_key_of((HOME, FOREIGN, HOME)) != partition_key_of((HOME, HOME, HOME))


def test_a_frame_inside_a_foreign_frame_is_cross_site_even_at_home():
    assert context("iframe", SIBLING, ancestors=(HOME, FOREIGN, SIBLING)).retrieve.level == "none"
    assert context("iframe", SIBLING, ancestors=(HOME, SIBLING)).retrieve.level == "strict"


def test_a_script_sees_the_cookies_of_its_page_but_no_http_only_ones():
    read, written = script_contexts(HOME, CHROMIUM_156)
    assert (read.http_api, read.level, written.http_api, written.same_site_allowed) == (False, "strict", False, True)


def test_a_script_in_a_foreign_page_s_frame_sees_no_same_site_cookies():
    read, written = script_contexts(HOME, CHROMIUM_156, ancestors=(FOREIGN,))
    assert (read.level, read.third_party, written.same_site_allowed) == ("none", True, False)
    assert read.partition_key == "https://evil.test"
