"""A card as a page of its own."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from sessionlab.render.card import card_form
from sessionlab.render.card_html import page, page_of_both
from tests.card.cards import card

OPTIONAL = {"meta", "p", "li", "dt", "dd", "td", "th", "tr", "html"}
"""Elements whose end HTML does not ask for."""


class Balance(HTMLParser):
    """Which elements are open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag not in OPTIONAL:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in OPTIONAL:
            assert self.open.pop() == tag


def parsed(text: str) -> Balance:
    parser = Balance()
    parser.feed(text)
    return parser


@pytest.mark.parametrize(
    "text",
    [
        page(card_form(card()), "plain"),
        page_of_both(card_form(card()), card_form(card(session_type="jwt")), ("one", "other")),
    ],
)
def test_the_page_is_whole_and_loads_nothing(text: str):
    found = parsed(text)
    assert found.open == []
    assert found.links == []
    assert "<script" not in text


def test_every_experiment_can_be_opened_and_names_its_play():
    text = page(card_form(card()), "plain")
    assert text.count("<details") == 38
    assert "session-lab play login me copy_credential replay logout replay" in text


def test_a_name_cannot_become_markup():
    assert "<b>" not in page(card_form(card()), "<b>").partition("<section")[0]
    assert "&lt;b&gt;" in page(card_form(card()), "<b>")
