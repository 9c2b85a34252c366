"""The session card in the terminal."""

from __future__ import annotations

import re

import pytest

from sessionlab.render.card import card_form
from sessionlab.terminal.card import draw_both, draw_card
from tests.card.cards import card
from tests.terminal.screen import shown

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
PLAIN, TOKEN = card_form(card()), card_form(card(session_type="jwt"))


@pytest.mark.parametrize(("width", "terminal"), [(40, False), (80, False), (80, True), (150, True)])
def test_a_card_fits_and_tells_all_experiments(width: int, terminal: bool):
    text = shown(lambda console: draw_card(PLAIN, console, "plain"), width, terminal)
    assert max(len(ESCAPES.sub("", line)) for line in text.splitlines()) <= width
    for one in PLAIN.experiments:
        assert f"{one.id.partition('_')[0]} " in ESCAPES.sub("", text)


def test_a_wide_card_is_one_screen():
    """One screen: 50 lines."""
    assert len(shown(lambda console: draw_card(PLAIN, console), 150, True).splitlines()) <= 50


def test_what_was_not_tested_is_counted():
    assert "Not tested, 2 of 38: C12, C15." in shown(lambda console: draw_card(PLAIN, console))


def test_without_utf_8_marks_are_letters_that_ascii_has():
    text = shown(lambda console: draw_card(PLAIN, console), encoding="ascii")
    assert text.isascii()
    assert "! C7a" in text


def test_two_cards_show_only_the_experiments_that_differ():
    text = shown(lambda console: draw_both(PLAIN, TOKEN, ("one", "other"), console))
    assert "A one" in text
    assert "B other" in text
    assert "C2" in text
    assert "B1 " not in text


def test_two_equal_cards_say_so():
    text = shown(lambda console: draw_both(PLAIN, PLAIN, ("one", "other"), console))
    assert "All experiments give the same answers." in text
    assert "C2" not in text
