from __future__ import annotations

import json

import pytest

from sessionlab.browser.cases import WITHOUT_CLOCK, RequestStep, ResponseStep, ScriptSetStep, read_cases
from sessionlab.errors import Trouble


def file_of(*steps: dict, **case) -> bytes:
    return json.dumps({"cases": [{"id": "a", "steps": list(steps), **case}]}).encode()


def test_steps_are_read_by_what_they_do():
    (case,) = read_cases(
        file_of(
            {"op": "response", "url": "http://a.test/", "set_cookie": ["a=1"], "unknown": 1},
            {"op": "request", "url": "http://a.test/", "expect_cookie": "a=1", "context": {"kind": "img"}},
        ),
        "f",
    )
    assert case.steps[0] == ResponseStep("http://a.test/", ("a=1",))
    assert isinstance(case.steps[1], RequestStep)
    assert case.steps[1].context.kind == "img"


def test_a_case_may_say_when_it_happens():
    assert read_cases(file_of(clock="2013-01-01T12:00:00Z"), "f")[0].start == 1_357_041_600.0
    assert read_cases(file_of(clock_epoch=5.5), "f")[0].start == 5.5
    assert read_cases(file_of(), "f")[0].start == WITHOUT_CLOCK


def test_a_script_may_write_half_a_character():
    text = b'{"cases": [{"id": "a", "steps": [{"op": "script_set", "url": "http://a.test/", "cookie": "a=\\ud800"}]}]}'
    (case,) = read_cases(text, "f")
    assert case.steps == (ScriptSetStep("http://a.test/", "a=\ud800"),)


@pytest.mark.parametrize("text", [b"", b"{", b"\xff\xfe\x00", b"[" * 100_000])
def test_text_that_is_no_json_is_said_to_be_none(text: bytes):
    with pytest.raises(Trouble) as caught:
        read_cases(text, "f")
    assert caught.value.code == "not_json"


@pytest.mark.parametrize(
    "text",
    [
        b"[]",
        b"{}",
        b'{"cases": [1]}',
        b'{"cases": [{"id": "a"}]}',
        file_of({"op": "jump"}),
        file_of({"op": "request", "url": "http://a.test/"}),
        file_of(clock="yesterday"),
    ],
)
def test_json_that_is_no_file_of_cases_is_said_to_be_none(text: bytes):
    with pytest.raises(Trouble) as caught:
        read_cases(text, "f")
    assert caught.value.code == "bad_case_file"
