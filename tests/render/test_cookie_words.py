from __future__ import annotations

import pytest
from hypothesis import given

from sessionlab.browser.cases import Case, RequestStep, ResponseStep
from sessionlab.browser.explain import explain
from sessionlab.browser.replay import replay
from sessionlab.cookies.policy import CHROMIUM_156
from sessionlab.cookies.reasons import reason
from sessionlab.cookies.retrieve import retrieve
from sessionlab.http.url import parse_url
from sessionlab.render import cookie_words as words
from sessionlab.value import to_json
from tests.cookies.making import NOW, jars, lines, policies, retrievals

URL = parse_url("https://app.example.test/")


def test_a_reason_is_a_sentence_with_its_particulars():
    made = reason("domain_mismatch", "6265bis 5.7 step 10", host="a.test", domain="b.test")
    assert words.refused(made) == "a.test may not set cookies for b.test: it is neither that domain nor below it."
    assert words.reason_data(made, "x") == {"code": "domain_mismatch", "text": "x", "source": "6265bis 5.7 step 10"}


@pytest.mark.parametrize("attribute", ["strict", "lax", "unset"])
def test_same_site_is_said_in_other_words_for_each_attribute(attribute: str):
    made = reason("same_site", "6265bis 5.8.3 step 3", attribute=attribute, level="none")
    assert words.withheld(made) != words.refused(made)
    assert words.either(made) == words.refused(made)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 seconds"),
        (-5, "0 seconds"),
        (119, "119 seconds"),
        (120, "2 minutes"),
        (7200, "2 hours"),
        (400 * 86400, "400 days"),
    ],
)
def test_lengths_of_time(seconds: float, text: str):
    assert words.duration(seconds) == text


def test_no_end_of_time():
    assert words.duration(float("inf")) == "∞"


@given(lines, policies)
def test_everything_about_a_line_can_be_said(line: str, policy):
    data = words.explanation_data(explain(line, URL, policy, NOW))
    assert all(part["text"] for part in (*data["effects"], *data["refused"]))
    assert all(why["text"] and why["source"] for row in data["requests"] for why in row["reasons"])


@given(jars, retrievals, policies)
def test_everything_about_a_request_can_be_said(jar, context, policy):
    for one in retrieve(jar, context, policy, NOW).withheld:
        assert all(words.withheld(why) for why in one.reasons)


def test_the_outcome_of_a_replay_as_data():
    steps = (ResponseStep(URL.text, ("a=1; Domain=b.test",)), RequestStep(URL.text, "a=1"))
    skipped = Case("s", (), note="unreliable")
    data = words.replay_data(replay((Case("c", steps), skipped), CHROMIUM_156))
    assert to_json(data)
    assert data == {
        "policy": "chromium-156",
        "cases": 2,
        "passed": 0,
        "failed": [
            {
                "id": "c",
                "step": 1,
                "expected": "a=1",
                "got": "",
                "why": "app.example.test may not set cookies for b.test: it is neither that domain nor below it.",
            }
        ],
        "skipped": [{"id": "s", "why": "unreliable"}],
    }
