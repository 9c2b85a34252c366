"""A card as Markdown."""

from __future__ import annotations

from sessionlab.render.card import card_form
from sessionlab.render.card_markdown import markdown, markdown_of_both
from tests.card.cards import card


def test_one_card_has_its_sentences_and_a_row_for_each_experiment():
    text = markdown(card_form(card()), "the plain design")
    assert text.startswith("# The session card: the plain design\n\n**Where does the meaning live?** The meaning lives")
    assert len([line for line in text.splitlines() if line.startswith("| ")]) == 38 + 1
    assert "| C2 | Logout: a copy | dead at once |" in text


def test_two_cards_show_what_differs():
    text = markdown_of_both(card_form(card()), card_form(card(invalidate_on_logout=False)), ("one", "other"))
    assert "| C2 Logout: a copy | dead at once | alive |" in text
    assert "C1 " not in text


def test_a_bar_in_a_name_does_not_break_the_table():
    text = markdown_of_both(card_form(card()), card_form(card()), ("a|b", "c"))
    assert "| | a\\|b | c |" in text
