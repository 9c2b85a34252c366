"""A card as a page of its own."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from sessionlab.card.draw_up import card_of
from sessionlab.card.simulated import simulated
from sessionlab.design.choices import read_choices
from sessionlab.design.space import FIRST_SCREEN, SEED_LAB, design_from
from sessionlab.presets.presets import design_of, preset_named
from sessionlab.render.card import card_form, replay_command
from sessionlab.render.card_html import page, page_of_both
from sessionlab.world.play import play
from sessionlab.world.verbs import parse_action
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
    text = page(card_form(card(), SEED_LAB), "plain")
    assert text.count("<details") == 38
    assert "session-lab play login me copy_credential replay logout replay" in text


def test_the_play_that_is_named_shows_the_answer():
    design = design_of(preset_named("flask_permanent"))
    logout = next(
        one for one in card_form(card_of(simulated(design)), design).experiments if one.id == "C2_logout_copy"
    )
    assert logout.answer == "alive"
    words = replay_command(logout, design).removeprefix("session-lab play ").split()
    chosen = [words[place + 1] for place, word in enumerate(words) if word == "--set"]
    done = play(design_from(read_choices(chosen), FIRST_SCREEN), map(parse_action, words[: words.index("--set")]))
    last = done.exchanges[-1].response
    assert last is not None
    assert last.user == "marko@example.test"


def test_a_name_cannot_become_markup():
    assert "<b>" not in page(card_form(card()), "<b>").partition("<section")[0]
    assert "&lt;b&gt;" in page(card_form(card()), "<b>")
