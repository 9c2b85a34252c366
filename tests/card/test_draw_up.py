"""Whole cards: of frameworks, as they were measured; and of a login that does not stick."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sessionlab.card.draw_up import card_of
from sessionlab.card.result import Card
from sessionlab.card.simulated import simulated
from sessionlab.presets.presets import design_of, preset_named
from tests.card.cards import card

MEASURED = json.loads((Path(__file__).parent / "data/session_card.json").read_text(encoding="utf-8"))[
    "measured_examples"
]
DIFFERENT = {
    # The cookie is signed, and a made-up one was refused; a value that would have to be signed cannot be made up.
    ("express_cookie", "B6b"): "not_applicable",
    # The design says that an id from before the login means the user afterwards, and a planted id is such an id. What
    # was seen is a planted id that stays anonymous.
    ("fixed_fastify_passport_2.4.0", "B6a"): "attacker_in",
}
"""Where the card says something else than what was seen, each with the reason."""
LIVING = ("alive", "revived")


def measured(card: Card) -> dict[str, str | bool]:
    """The card in the words of the measurement."""

    def lives(number: str) -> str:
        return "alive" if card.result(number).answer in LIVING else "dead"

    planted = card.result("B6")
    return {
        "C2": lives("C2"),
        "C4": lives("C4"),
        "C7a": lives("C7a"),
        "A4": "dead" if card.result("A4").answer == "process_memory" else "alive",
        "A7": card.result("A7").answer == "readable",
        "B6a": planted.read("issued") or "",
        "B6b": planted.read("invented") or "",
    }


@pytest.mark.parametrize("name", MEASURED)
def test_the_card_of_a_framework_says_what_was_measured(name: str):
    exceptions = {key: value for (preset, key), value in DIFFERENT.items() if preset == name}
    assert measured(card_of(simulated(design_of(preset_named(name))))) == {**MEASURED[name], **exceptions}


def test_no_difference_is_listed_in_vain():
    assert [pair for pair, value in DIFFERENT.items() if MEASURED[pair[0]][pair[1]] == value] == []


def test_after_a_login_that_does_not_stick_nothing_else_is_claimed():
    drawn = card(cookie_size="over_4096_bytes")
    assert drawn.results[0].answer == "login_does_not_stick"
    assert {(one.answer, one.why) for one in drawn.results[1:]} == {("not_tested", "login_does_not_stick")}


def test_a_card_is_always_the_same():
    design = design_of(preset_named("flask_permanent"))
    assert card_of(simulated(design)) == card_of(simulated(design))
