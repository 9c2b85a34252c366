"""What became different between two plays."""

from __future__ import annotations

from sessionlab.design.space import FIRST_SCREEN, design_from
from sessionlab.render.form import Trace
from sessionlab.render.trace import trace
from sessionlab.web.changes import differences
from sessionlab.world.play import STORY, play
from sessionlab.world.verbs import parse_action


def told(*actions: str, **switches: str | bool) -> Trace:
    return trace(play(design_from(switches, FIRST_SCREEN), [parse_action(action) for action in actions or STORY]))


def test_nothing_differs_from_itself():
    assert differences(told(), told()).differences == ()


def test_the_texts_of_ids_alone_make_no_difference():
    # A planted cookie gives the login another number; a plain play under other seeds is the same to the eye.
    plain = play(FIRST_SCREEN, [parse_action(action) for action in STORY], seed=1)
    other = play(FIRST_SCREEN, [parse_action(action) for action in STORY], seed=2)
    assert differences(trace(plain), trace(other)).differences == ()


def test_a_switch_that_nobody_looks_at_makes_no_difference():
    assert differences(told("visit"), told("visit", invalidate_on_logout=False)).differences == ()


def test_a_flag_shows_where_the_cookie_is_made_and_kept():
    found = {one.number: one.parts for one in differences(told(), told(http_only=False)).differences}
    assert {"response", "cookies", "jar"} <= set(found[2])
    assert 1 not in found


def test_exchanges_without_a_match_are_new_or_gone():
    changes = differences(told("visit", "login", "logout"), told("visit", "login"))
    assert (changes.differences, changes.gone) == ((), (3,))
    changes = differences(told("visit", "login"), told("visit", "login", "logout"))
    assert [(one.number, one.before) for one in changes.differences] == [(3, None)]
