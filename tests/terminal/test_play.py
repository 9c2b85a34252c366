"""A whole play on the screen."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from sessionlab.design.design import Design
from sessionlab.render.trace import trace
from sessionlab.terminal.play import draw_play
from sessionlab.world.action import Action
from sessionlab.world.play import play
from tests.agreement.plays import plays
from tests.render.plays import done, told
from tests.terminal.screen import shown


def story(width: int = 80, terminal: bool = False, encoding: str = "utf-8") -> str:
    return shown(lambda console: draw_play(told(), console), width, terminal, encoding)


def test_the_head_says_that_this_is_a_model_and_that_a_connection_identifies_nobody():
    head = " ".join(story().split())[:400]
    assert "teaching model" in head
    assert "nothing is sent" in head
    assert "A connection identifies nobody" in head


def test_every_exchange_has_its_title():
    text = story()
    assert all(f"{exchange.number}  {exchange.title}" in text for exchange in told().exchanges[:6])


def test_the_last_line_is_the_verdict():
    text = " ".join(story().split())
    assert "Nobody can act as Marko now. What decided it: in step 5 the server deleted the record" in text


def test_what_would_have_turned_it_is_told_where_it_is_known():
    written = trace(done(), with_turns=True)
    assert "invalidate_on_logout=false" in shown(lambda console: draw_play(written, console))


def test_on_a_wide_terminal_the_three_places_stand_side_by_side():
    wide = story(140, terminal=True)
    assert any("Marko's browser" in line and "Wire" in line and "Server" in line for line in wide.splitlines())
    assert not any("Marko's browser" in line and "Wire" in line for line in story(140).splitlines())


@pytest.mark.parametrize("width", [40, 80, 109])
def test_piped_lines_fit_and_end_with_their_last_character(width: int):
    lines = story(width).splitlines()
    assert [line for line in lines if line != line.rstrip()] == []
    assert [line for line in lines if len(line) > width] == []


def test_a_terminal_that_knows_ascii_only_gets_ascii():
    text = story(encoding="ascii")
    assert "?" not in text.replace("who am I?", "").replace("Who can act as Marko now?", "")
    assert "session_id=(A)sid_1002_" in text


def test_a_refused_action_is_shown_with_its_reason():
    text = shown(lambda console: draw_play(told("", "replay visit"), console))
    assert "attacker:replay: makes no sense now. Mallory knows no value yet" in " ".join(text.split())


def test_warnings_carry_severity_and_source():
    text = " ".join(shown(lambda console: draw_play(told("http_only=false", "login"), console)).split())
    assert "! medium Without HttpOnly" in text
    assert "[OWASP SMCS; 6265bis 8.3]" in text


@settings(max_examples=12, deadline=None)
@given(plays())
def test_every_play_can_be_drawn(made_up: tuple[Design, tuple[Action, ...]]):
    written = trace(play(*made_up))
    assert shown(lambda console: draw_play(written, console))
    assert shown(lambda console: draw_play(written, console), 120, terminal=True, encoding="ascii")
