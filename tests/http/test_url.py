from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionlab.errors import Trouble
from sessionlab.http.url import canonical_host, canonical_path, is_ip, is_loopback, parse_url, resolve


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://Example.TEST", "https://example.test/"),
        ("  https://example.test:443/a?b#c\n", "https://example.test/a?b"),
        ("http://example.test:8080/a/../b/./c", "http://example.test:8080/b/c"),
        ("http://example.test/a b/é?x y", "http://example.test/a%20b/%C3%A9?x%20y"),
        ("http://example.test/a%2Fb", "http://example.test/a%2Fb"),
        ("http://user:pass@example.test/", "http://example.test/"),
        ("http://bücher.test/", "http://xn--bcher-kva.test/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://[0:0::1]:80/", "http://[::1]/"),
        (r"http:\\example.test\a", "http://example.test/a"),
        ("http://example.test.//a", "http://example.test.//a"),
    ],
)
def test_urls_are_read_as_browsers_read_them(written: str, read: str):
    assert parse_url(written).text == read


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.test",
        "/a",
        "ftp://example.test/",
        "http://",
        "http://a b/",
        "http://a:99999/",
        "http://1.2.3.4.5/",
        "http://[::g]/",
    ],
)
def test_what_is_no_url_is_troublesome(text: str):
    with pytest.raises(Trouble) as caught:
        parse_url(text)
    assert (caught.value.code, caught.value.details) == ("bad_url", {"url": text})


def test_the_parts_of_a_url():
    url = parse_url("https://example.test:8443/a/b?c=d")
    assert (url.scheme, url.host, url.port, url.path, url.query) == ("https", "example.test", 8443, "/a/b", "c=d")
    assert (url.authority, url.origin) == ("example.test:8443", "https://example.test:8443")
    assert (url.target, str(url), url.encrypted) == ("/a/b?c=d", url.text, True)


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        ("/c", "https://a.test/c"),
        ("c", "https://a.test/b/c"),
        ("../c", "https://a.test/c"),
        ("?q", "https://a.test/b/d?q"),
        ("", "https://a.test/b/d"),
        ("//b.test/x", "https://b.test/x"),
        ("http://b.test", "http://b.test/"),
    ],
)
def test_a_reference_is_resolved_against_its_page(reference: str, text: str):
    assert resolve(parse_url("https://a.test/b/d?x"), reference).text == text


@pytest.mark.parametrize(
    ("path", "canonical"), [("", "/"), ("/..", "/"), ("/a/.", "/a/"), ("/a/%2E%2e/b", "/b"), ("//", "//")]
)
def test_dots_are_worked_into_a_path(path: str, canonical: str):
    assert canonical_path(path) == canonical


def test_hosts_that_are_none():
    assert [canonical_host(text) for text in ("", "a%00b", "a<b", "xn--a\u00e9\u0301", "256.0.0.1", "[1]")] == [
        None
    ] * 6


def test_addresses_and_this_machine():
    assert [is_ip(host) for host in ("10.0.0.1", "[::1]", "a.test", "localhost")] == [True, True, False, False]
    local = ("localhost", "a.localhost", "localhost.", "127.9.9.9", "[::1]")
    assert all(map(is_loopback, local))
    assert not any(map(is_loopback, ("10.0.0.1", "localhost.test", "127.example.test")))


@given(st.text())
def test_any_text_is_a_url_or_trouble(text: str):
    try:
        url = parse_url("http://" + text)
    except Trouble:
        return
    assert parse_url(url.text) == url
