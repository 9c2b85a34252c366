"""Design files."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionlab.design.design import Design
from sessionlab.design.file import read_design, write_design
from sessionlab.design.space import FIRST_SCREEN, SAFE, SEED_LAB, design_from
from sessionlab.errors import Trouble
from tests.design.strategies import designs


def trouble(text: str, format="json") -> Trouble:
    with pytest.raises(Trouble) as caught:
        read_design(text, format)
    return caught.value


def test_a_design_is_read_from_json():
    assert read_design('{"session_type": "jwt", "http_only": false}', "json") == {
        "session_type": "jwt",
        "http_only": False,
    }


def test_a_design_is_read_from_toml():
    assert read_design('session_type = "jwt"\nhttp_only = false\n', "toml") == {
        "session_type": "jwt",
        "http_only": False,
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "design_not_json"),
        ("{", "design_not_json"),
        ("[]", "design_not_a_table"),
        ('"jwt"', "design_not_a_table"),
        ('{"http_only": true, "http_only": false}', "design_says_twice"),
        ("[" * 100_000, "design_too_deep"),
        ('{"http_only": ' + "1" * 10_000 + "}", "design_not_json"),
        ('{"http_only": "true"}', "not_yes_or_no"),
        ('{"same_site": {"value": "lax"}}', "not_flat"),
        ('{"same_sight": "lax"}', "unknown_switch"),
    ],
)
def test_json_that_is_no_design_is_refused(text: str, code: str):
    assert trouble(text).code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("session_type", "design_not_toml"),
        ("[cookie]\nhttp_only = true", "not_flat"),
        ("x = " + "[" * 100_000, "design_too_deep"),
        ("http_only = 1", "not_yes_or_no"),
        ("same_site = 1979-05-27", "not_a_text"),
    ],
)
def test_toml_that_is_no_design_is_refused(text: str, code: str):
    assert trouble(text, "toml").code == code


def test_all_problems_of_a_file_are_told():
    caught = trouble('{"http_only": "true", "same_sight": "lax", "tls": "https_olny"}')
    assert [problem.code for problem in caught.details["problems"]] == [
        "not_yes_or_no",
        "unknown_switch",
        "unknown_value_near",
    ]


@given(designs, st.sampled_from([SEED_LAB, FIRST_SCREEN, SAFE]))
def test_a_design_that_was_written_is_read_back(design: Design, base: Design):
    assert design_from(read_design(write_design(design, base), "json"), base) == design


@given(st.text(), st.sampled_from(["json", "toml"]))
def test_no_text_does_more_than_cause_trouble(text: str, format):
    with suppress(Trouble):
        read_design(text, format)
