from __future__ import annotations

import pytest

from sessionlab.cookies.prefixes import HOST, HOST_HTTP, HTTP, NONE, SECURE, known_prefix, prefix_of


@pytest.mark.parametrize(
    ("name", "prefix"),
    [
        ("sid", NONE),
        ("__Secure-sid", SECURE),
        ("__SECURE-sid", SECURE),
        ("__host-sid", HOST),
        ("__Host-Http-sid", HOST_HTTP),
        ("__http-", HTTP),
        ("__Hosts-sid", NONE),
        ("_Host-sid", NONE),
        ("x__Host-sid", NONE),
        ("", NONE),
    ],
)
def test_a_name_is_known_by_its_prefix_whatever_the_case(name: str, prefix: str):
    assert prefix_of(name) == prefix


def test_a_browser_that_knows_no_host_http_sees_an_ordinary_host_name():
    assert known_prefix(HOST_HTTP, (HOST, SECURE)) == HOST
    assert known_prefix(HTTP, (HOST, SECURE)) == NONE
    assert known_prefix(HOST_HTTP, ()) == NONE
