from __future__ import annotations

import pytest

from sessionlab.cookies.domain_match import domain_match


@pytest.mark.parametrize(
    ("host", "domain"),
    [("example.test", "example.test"), ("www.example.test", "example.test"), ("10.0.0.1", "10.0.0.1")],
)
def test_a_host_matches_its_own_name_and_the_domains_above_it(host: str, domain: str):
    assert domain_match(host, domain)


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("example.test", "www.example.test"),
        ("badexample.test", "example.test"),
        ("example.test", "other.test"),
        ("www.example.test.", "example.test"),
    ],
)
def test_a_host_matches_nothing_else(host: str, domain: str):
    assert not domain_match(host, domain)


def test_an_address_has_no_domain_above_it():
    assert not domain_match("1.10.0.1", "10.0.1")
    assert not domain_match("10.0.0.1", "0.1")
