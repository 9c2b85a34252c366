from __future__ import annotations

import io

import pytest
from rich.console import Console

from sessionlab.browser.cases import Case, RequestStep
from sessionlab.browser.explain import explain
from sessionlab.browser.replay import replay
from sessionlab.cookies.policy import CHROMIUM_156
from sessionlab.http.url import parse_url
from sessionlab.terminal.cookie import explanation_card, replay_card
from tests.cookies.making import NOW


def drawn(things, width: int = 100) -> str:
    paper = io.StringIO()
    screen = Console(file=paper, width=width, highlight=False, markup=False)
    for thing in things:
        screen.print(thing, crop=False)
    return paper.getvalue()


def card(line: str, width: int = 100) -> str:
    return drawn(explanation_card(explain(line, parse_url("https://app.example.test/"), CHROMIUM_156, NOW)), width)


def test_requests_with_one_outcome_share_a_line():
    shown = card("sid=1; SameSite=Strict; Secure; HttpOnly")
    assert "sent  link, form-get, form-post, popup, reload" in shown
    assert "asked for by the page https://elsewhere.example/" in shown


def test_what_is_not_written_is_named():
    shown = card("sid=1")
    for absent in ("no Domain", "no Path", "no Max-Age, no Expires", "no Secure", "no HttpOnly", "no SameSite"):
        assert absent in shown


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("sid=1", "Stored."),
        ("sid=1; Domain=b.test", "Refused."),
        ("sid=1; Max-Age=0", "Not kept: it has already expired"),
        ("a\0", "gives up the whole response"),
        ("", "Refused."),
    ],
)
def test_the_verdict_is_said_in_a_word(line: str, verdict: str):
    assert verdict in card(line)


def test_a_short_life_is_told():
    assert "sent at first  form-post" in card("sid=1")


def test_a_narrow_terminal_loses_nothing():
    assert "".join(card("sid=1; SameSite=Lax", 40).split()) == "".join(card("sid=1; SameSite=Lax", 200).split())


def test_the_end_of_a_replay_counts():
    wrong = Case("c", (RequestStep("https://a.test/", "a=1"),))
    shown = drawn(replay_card(replay((wrong, Case("s", (), note="unreliable")), CHROMIUM_156)))
    assert "c, step 0: expected a=1, got ." in shown
    assert "s skipped: unreliable" in shown
    assert "chromium-156: 0 of 2 cases pass, 1 fail, 1 skipped." in shown


def test_octets_are_shown_as_text_and_control_characters_are_spelt_out():
    assert "sid=hé" in card("sid=h\xc3\xa9")
    assert "sid=\\x1b[2J" in card("sid=\x1b[2J")
    assert "\x1b" not in card("sid=\x1b[2J; Path=/\x1b")
