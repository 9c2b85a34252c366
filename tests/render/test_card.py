"""A card in words."""

from __future__ import annotations

from typing import Any

import pytest

from sessionlab.card.experiments import EXPERIMENTS
from sessionlab.card.result import Reading, Result
from sessionlab.design.space import SEED_LAB, design_from
from sessionlab.presets.presets import PRESETS
from sessionlab.render.card import answer_text, card_form, listed, reading_text
from sessionlab.value import to_json
from tests.card.cards import card


def told(**choices: Any):
    return card_form(card(**choices), design_from(choices))


def test_each_of_the_three_questions_has_one_sentence():
    for sentence in told().questions:
        assert sentence.answer.endswith(".")
        assert sentence.answer.count(". ") == 0
        assert sentence.answer[0].isupper()


def test_the_sentence_names_who_and_what():
    meaning, access, stop = (one.answer for one in told(http_only=False).questions)
    assert "record at the server" in meaning
    assert "A script in the page" in access
    assert "after a logout" in stop


def test_a_limit_stands_in_the_answer():
    assert answer_text(Result("C8", "stop", "dead_at_limit", "idle_timeout")) == "dead at a limit: the idle limit"
    assert answer_text(Result("C16", "stop", "bound", "address,key")) == "bound: network address and key"


def test_several_things_are_listed_as_in_a_sentence():
    assert [listed(()), listed(("a",)), listed(("a", "b")), listed(("a", "b", "c"))] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_a_reading_says_what_was_seen_of_what():
    assert reading_text(Reading("form_post,young,allowed", "attached")) == (
        "form, young cookie, third-party cookies allowed: attached"
    )
    assert reading_text(Reading("session_id", "enough_alone")) == "session_id: enough alone"
    assert reading_text(Reading("asked", "LookUp")) == "the server asked: looks up the session record"


def test_the_request_that_gave_an_answer_is_printed():
    experiment = next(one for one in told().experiments if one.id == "C2_logout_copy")
    assert experiment.readings[-1].request.startswith(
        "GET /me HTTP/1.1\r\nHost: app.example.test\r\nCookie: session_id="
    )
    assert experiment.actions[:1] == ("login",)


def test_why_something_was_not_tested_is_a_sentence():
    why = {one.id: one.why for one in told(session_type="jwt").experiments if one.answer == "not_tested"}
    assert why["A9_older_value"] == "the session keeps no data"
    assert "credential" in why["C15_refresh_reuse"]


def test_the_design_goes_with_its_card_and_the_whole_is_json():
    assert card_form(card(), SEED_LAB).design == SEED_LAB
    assert card_form(card()).design is None
    assert b'"version":1' in to_json(told())


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_nothing_on_a_card_is_left_without_words(preset):
    form = told(**dict(preset.switches))
    assert [one.id for one in form.experiments] == [one.id for one in EXPERIMENTS]
    for one in form.experiments:
        for text in (one.title, one.text, one.why, *(reading.text for reading in one.readings)):
            assert "_" not in text.replace("session_id", "").replace("csrf_token", "").replace("remember_token", ""), (
                text
            )
