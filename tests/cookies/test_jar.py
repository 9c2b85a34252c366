from __future__ import annotations

from sessionlab.cookies.jar import touch, without_session_cookies
from sessionlab.value import replace
from tests.cookies.making import NOW, cookie


def test_a_host_only_cookie_belongs_to_its_host_alone():
    assert cookie().matches_host("www.example.test")
    assert not cookie().matches_host("sub.www.example.test")


def test_a_domain_cookie_belongs_to_the_hosts_below_it_too():
    wide = cookie(domain="example.test", host_only=False)
    assert wide.matches_host("www.example.test")
    assert wide.matches_host("example.test")
    assert not wide.matches_host("example.org")


def test_a_cookie_has_expired_at_its_expiry_time():
    assert not cookie(expiry=NOW + 1).has_expired(NOW)
    assert cookie(expiry=NOW).has_expired(NOW)
    assert not cookie().has_expired(1e300)


def test_two_cookies_are_the_same_if_one_would_replace_the_other():
    assert cookie().is_same_cookie_as(cookie(value="2", secure=True), host_only_counts=True)
    assert not cookie().is_same_cookie_as(cookie(path="/a"), host_only_counts=True)
    assert not cookie().is_same_cookie_as(cookie(partition_key="https://a.test"), host_only_counts=True)
    assert not cookie().is_same_cookie_as(cookie(host_only=False), host_only_counts=True)
    assert cookie().is_same_cookie_as(cookie(host_only=False), host_only_counts=False)


def test_a_prefix_in_another_spelling_is_no_exact_prefix():
    assert cookie("__host-a").prefix == "__Host-"
    assert cookie("__host-a").exact_prefix == "none"
    assert cookie("__Host-a").exact_prefix == "__Host-"


def test_touching_brings_only_the_sent_cookies_up_to_date():
    jar = (cookie("a"), cookie("b"))
    assert touch(jar, jar[1:], NOW + 9) == (jar[0], replace(jar[1], last_access=NOW + 9))


def test_closing_the_browser_leaves_the_persistent_cookies():
    jar = (cookie("a"), cookie("b", expiry=NOW + 60))
    assert without_session_cookies(jar) == jar[1:]
