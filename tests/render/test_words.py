"""The catalogue of sentences."""

from __future__ import annotations

import pytest

from sessionlab.render.words import DEFAULT_LANGUAGE, catalogue, say


def test_a_sentence_is_found_by_its_dotted_name_and_filled():
    assert say("play.served_by", instance="B") == "served by B"


def test_what_a_sentence_leaves_open_must_be_given():
    with pytest.raises(KeyError):
        say("play.served_by")


def test_a_name_without_a_sentence_is_a_mistake_and_so_is_a_language_without_a_file():
    with pytest.raises(KeyError):
        say("play.no_such_sentence")
    with pytest.raises(FileNotFoundError):
        catalogue("xx")


def test_the_usual_language_is_english():
    assert catalogue() == catalogue(DEFAULT_LANGUAGE)
    assert all(isinstance(sentence, str) for sentence in catalogue().values())
