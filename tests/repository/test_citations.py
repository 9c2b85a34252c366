"""Every switch, setting and difference between browsers says where it comes from, and the place can be found."""

from __future__ import annotations

import pytest

from sessionlab.citation import DOCUMENTS, resolves
from sessionlab.cookies.policy import DIFFERENCES
from sessionlab.design.environment import SETTINGS
from sessionlab.design.switches import REJECTED_BY_BROWSER, SWITCHES


@pytest.mark.parametrize(
    "source",
    sorted(
        {switch.source for switch in (*SWITCHES, *SETTINGS)}
        | {rule.source for rule in REJECTED_BY_BROWSER}
        | {difference.source for difference in DIFFERENCES}
    ),
)
def test_a_source_names_a_document_or_says_that_it_stands_on_our_own_ground(source: str):
    assert resolves(source)


def test_no_document_is_listed_twice():
    keys = [document.key for document in DOCUMENTS]
    assert sorted(set(keys)) == sorted(keys)


def test_every_document_has_an_address():
    assert [document.key for document in DOCUMENTS if not document.url.startswith("https://")] == []
