"""The cookies that the application sends say what the design says (RFC 6265bis 4.1)."""

from __future__ import annotations

import pytest

from sessionlab.engine.cookie_out import cookie_name, csrf_cookie, deletion, session_cookie
from sessionlab.engine.durations import PERSISTENT_COOKIE
from tests.engine.driving import plain


@pytest.mark.parametrize(
    ("switch", "value", "attribute", "says"),
    [
        ("http_only", True, "http_only", True),
        ("http_only", False, "http_only", False),
        ("secure", True, "secure", True),
        ("secure", False, "secure", False),
        ("same_site", "strict", "same_site", "strict"),
        ("same_site", "unset", "same_site", "unset"),
        ("cookie_domain", "host_only", "domain", None),
        ("cookie_domain", "parent_domain", "domain", "example.test"),
        ("cookie_path", "/", "path", "/"),
        ("cookie_path", "narrow", "path", "/me"),
        ("cookie_lifetime", "browser_session", "max_age", None),
        ("cookie_lifetime", "persistent", "max_age", PERSISTENT_COOKIE),
        ("cookie_prefix", "none", "name", "session_id"),
        ("cookie_prefix", "__Host-", "name", "__Host-session_id"),
    ],
)
def test_each_switch_is_one_attribute(switch: str, value: object, attribute: str, says: object):
    assert getattr(session_cookie(plain(**{switch: value}), "value"), attribute) == says


def test_a_large_session_makes_a_cookie_that_browsers_drop():
    """6265bis 5.6 step 5: at most 4096 octets of name and value."""
    assert session_cookie(plain(), "value").octets <= 4096
    assert session_cookie(plain(cookie_size="over_4096_bytes"), "value").octets > 4096


def test_a_deletion_names_the_same_cookie_and_no_value():
    """6265bis 5.7: a cookie is replaced by one of the same name, domain and path."""
    design = plain(cookie_domain="parent_domain", cookie_path="narrow", cookie_size="over_4096_bytes")
    cookie, gone = session_cookie(design, "value"), deletion(design)
    assert (gone.name, gone.domain, gone.path) == (cookie.name, cookie.domain, cookie.path)
    assert (gone.value, gone.max_age) == ("", 0)
    assert gone.octets <= 4096


def test_scripts_of_the_page_read_the_csrf_cookie():
    cookie = csrf_cookie("secret", secure=True)
    assert (cookie.name, cookie.http_only, cookie.secure, cookie.same_site) == ("csrf_token", False, True, "lax")


@pytest.mark.parametrize("prefix", ["__Secure-", "__Http-", "__Host-Http-"])
def test_the_name_begins_with_the_prefix(prefix: str):
    assert cookie_name(plain(cookie_prefix=prefix)) == f"{prefix}session_id"
