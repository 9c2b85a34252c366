"""Two designs side by side."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sessionlab.render.trace import trace
from sessionlab.terminal.compare import draw_comparison
from sessionlab.world.play import STORY, play
from sessionlab.world.verbs import parse_action
from tests.agreement.plays import THEMES, designs
from tests.render.plays import told
from tests.terminal.screen import shown


def compared(a: str, b: str, actions: str = " ".join(STORY), width: int = 80, terminal: bool = False) -> str:
    return shown(lambda console: draw_comparison(told(a, actions), told(b, actions), console), width, terminal)


def test_the_lab_s_question_is_answered():
    text = " ".join(compared("session_type=server_session", "session_type=jwt").split())
    assert "A · Look ○sid_1002_da45c0 up in the session store. There is no such record." in text
    assert "B · Check the token's signature" in text
    assert "A = Nobody can act as Marko now." in text
    assert "B !! Mallory can still act as Marko" in text


def test_what_is_the_same_in_both_is_only_named():
    text = compared("invalidate_on_logout=true", "invalidate_on_logout=false")
    for title in ("Marko opens /", "Marko logs in", "Marko asks: who am I?"):
        assert f"{title}: the same in both." in text
    assert "Check the password" not in text


def test_the_same_design_differs_in_nothing():
    text = " ".join(compared("", "").split())
    assert text.count("the same in both.") == 7
    assert "the same design" in text


def test_which_credential_it_is_makes_no_difference():
    assert "Set-Cookie" not in compared("session_type=server_session", "session_type=jwt")


def test_an_action_that_makes_sense_under_one_design_only_is_told_of():
    text = compared("cookie_size=fits", "cookie_size=over_4096_bytes")
    assert "there is nothing to log out from" in " ".join(text.split())


def test_on_a_wide_terminal_the_two_stand_side_by_side():
    text = compared("session_type=server_session", "session_type=jwt", width=120, terminal=True)
    assert any("401 Unauthorized" in line and "200 OK" in line for line in text.splitlines())


@settings(max_examples=8, deadline=None)
@given(st.data())
def test_any_two_designs_can_be_compared(data: st.DataObject):
    drawn = (data.draw(designs(data.draw(st.sampled_from(THEMES)))) for _ in range(2))
    one, other = (trace(play(design, map(parse_action, STORY))) for design in drawn)
    assert shown(lambda console: draw_comparison(one, other, console))
    assert shown(lambda console: draw_comparison(one, other, console), 120, terminal=True)
