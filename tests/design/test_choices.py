"""Choices as people write them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionlab.design.choices import KNOWN, check_choices, known, read_choices
from sessionlab.design.switch import written
from sessionlab.errors import Trouble

every_choice = st.sampled_from([(name, value) for name, switch in KNOWN.items() for value in switch.values])


def trouble(*texts: str) -> Trouble:
    with pytest.raises(Trouble) as caught:
        read_choices(texts)
    return caught.value


@given(every_choice)
def test_what_is_written_is_read_back(choice):
    name, value = choice
    assert read_choices([f"{name}={written(value)}"]) == {name: value}


@pytest.mark.parametrize("text", ["true", "on", "yes", "1", "TRUE", "Yes"])
def test_a_yes_can_be_written_in_many_ways(text: str):
    assert read_choices([f"http_only={text}"]) == {"http_only": True}


@pytest.mark.parametrize("text", ["false", "off", "no", "0", "False"])
def test_so_can_a_no(text: str):
    assert read_choices([f"http_only={text}"]) == {"http_only": False}


def test_the_later_of_two_choices_for_one_switch_counts():
    assert read_choices(["same_site=lax", "same_site=strict"]) == {"same_site": "strict"}


def test_blanks_around_names_and_values_do_not_matter():
    assert read_choices([" same_site = lax "]) == {"same_site": "lax"}


def test_settings_of_the_environment_are_chosen_the_same_way():
    assert read_choices(["third_party_cookies=blocked"]) == {"third_party_cookies": "blocked"}
    assert known("plaintext_reachable").component == "environment"


@pytest.mark.parametrize("text", ["", "=", "=lax", "same_site", "lax"])
def test_a_text_that_chooses_nothing_is_refused(text: str):
    assert trouble(text).code == "not_a_choice"


def test_an_unknown_value_is_answered_with_the_allowed_ones_and_the_nearest():
    caught = trouble("same_site=stict")
    assert caught.code == "unknown_value_near"
    assert caught.details["allowed"] == ("lax", "strict", "none", "unset")
    assert caught.details["nearest"] == ("strict",)


def test_neither_yes_nor_no_is_refused():
    assert trouble("http_only=maybe").code == "not_yes_or_no"


def test_all_problems_are_told_at_once():
    caught = trouble("same_site=stict", "htp_only=true", "nothing")
    assert caught.code == "several"
    assert {each.code for each in caught.details["problems"]} == {
        "unknown_value_near",
        "unknown_switch",
        "not_a_choice",
    }


@pytest.mark.parametrize("value", ["true", 1, 0, None, 1.0])
def test_a_typed_yes_or_no_is_a_boolean_and_nothing_else(value):
    with pytest.raises(Trouble) as caught:
        check_choices({"http_only": value})
    assert caught.value.code == "not_yes_or_no"


@pytest.mark.parametrize("value", [True, 1, None])
def test_a_typed_value_of_another_switch_is_a_text(value):
    with pytest.raises(Trouble) as caught:
        check_choices({"same_site": value})
    assert caught.value.code == "not_a_text"


@given(st.lists(st.text()))
def test_no_text_does_more_than_cause_trouble(texts: list[str]):
    with suppress(Trouble):
        read_choices(texts)
