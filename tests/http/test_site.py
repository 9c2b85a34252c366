from __future__ import annotations

import pytest

from sessionlab.http.site import (
    is_public_suffix,
    is_trustworthy,
    public_suffix,
    registrable_domain,
    same_origin,
    same_site,
    site_of,
)
from sessionlab.http.url import parse_url


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.example.test", "example.test"),
        ("a.b.co.uk", "b.co.uk"),
        ("co.uk", None),
        ("x.a.github.io", "a.github.io"),
        ("github.io", None),
        ("localhost", None),
        ("10.0.0.1", None),
        ("[::1]", None),
        ("a.b.kawasaki.jp", "a.b.kawasaki.jp"),
        ("a.city.kawasaki.jp", "city.kawasaki.jp"),
        ("www.example.test.", "example.test."),
    ],
)
def test_the_registrable_domain_is_one_label_more_than_the_public_suffix(host: str, domain: str | None):
    assert registrable_domain(host) == domain


def test_public_suffixes_include_those_of_companies():
    assert public_suffix("a.github.io") == "github.io"
    assert is_public_suffix("github.io")
    assert not is_public_suffix("example.com")
    assert public_suffix("10.0.0.1") is None


def test_a_site_is_a_scheme_and_a_registrable_domain():
    assert site_of(parse_url("https://www.example.test:8443/a")) == "https://example.test"
    assert site_of(parse_url("wss://10.0.0.1/")) == "https://10.0.0.1"


@pytest.mark.parametrize(
    ("one", "other", "schemeful", "schemeless"),
    [
        ("https://a.example.test/", "https://b.example.test:99/", True, True),
        ("http://a.example.test/", "https://a.example.test/", False, True),
        ("https://a.github.io/", "https://b.github.io/", False, False),
    ],
)
def test_the_scheme_belongs_to_the_site_nowadays(one: str, other: str, schemeful: bool, schemeless: bool):
    first, second = parse_url(one), parse_url(other)
    assert (same_site(first, second), same_site(first, second, schemefully=False)) == (schemeful, schemeless)


def test_an_origin_is_more_than_a_site():
    assert same_origin(parse_url("https://a.test/x"), parse_url("https://a.test:443/y"))
    assert not same_origin(parse_url("https://a.test/"), parse_url("https://a.test:444/"))


def test_this_machine_is_trustworthy_without_tls():
    urls = ("https://a.test/", "http://a.test/", "http://localhost:8000/", "http://127.0.0.1/")
    assert [is_trustworthy(parse_url(url)) for url in urls] == [True, False, True, True]
