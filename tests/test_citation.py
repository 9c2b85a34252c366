"""Where rules come from."""

from __future__ import annotations

import pytest

from sessionlab.citation import citations, document, resolves


@pytest.mark.parametrize(
    ("citation", "key"),
    [
        ("6265bis 5.8.3", "6265bis"),
        ("RFC 6265 5.3", "RFC 6265"),
        ("WSTG-SESS-03", "WSTG"),
        ("OWASP CSRF CS", "OWASP CSRF CS"),
        ("HTML, same site", "HTML"),
    ],
)
def test_a_citation_starts_with_its_document(citation: str, key: str):
    found = document(citation)
    assert found is not None
    assert found.key == key


def test_a_longer_name_is_another_document():
    assert document("RFC 62650") is None


def test_a_source_can_hold_several_citations():
    assert citations("RFC 6750 2; ASVS 14.2.1") == ("RFC 6750 2", "ASVS 14.2.1")


def test_a_source_resolves_if_all_of_it_does():
    assert resolves("RFC 6750 2; measured Django")
    assert resolves("definition")
    assert not resolves("RFC 6750 2; somebody said so")
    assert not resolves("")
