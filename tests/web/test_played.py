"""A play as the page is told of it."""

from __future__ import annotations

from sessionlab.web.asked import PlayAsked, PreviousAsked
from sessionlab.web.played import played


def test_without_a_previous_play_nothing_is_compared():
    assert played(PlayAsked(actions=("visit",))).changed is None


def test_each_switch_is_tried_out_alone():
    asked = PlayAsked(
        actions=("login", "copy_credential", "logout", "replay"),
        design={"invalidate_on_logout": False, "http_only": False},
        previous=PreviousAsked(),
    )
    changed = played(asked).changed
    assert changed is not None
    alone = {effect.switch: [one.number for one in effect.differences or ()] for effect in changed.switches}
    assert alone["invalidate_on_logout"][-1] == 5
    assert 5 not in alone["http_only"]


def test_a_switch_that_cannot_be_changed_alone_says_so():
    asked = PlayAsked(actions=("login",), design={"same_site": "none", "session_type": "jwt"}, previous=PreviousAsked())
    changed = played(asked).changed
    assert changed is not None
    assert {effect.switch: effect.differences is None for effect in changed.switches} == {
        "session_type": False,
        "same_site": False,
        "session_store": True,
    }


def test_other_actions_can_be_compared_too():
    changed = played(PlayAsked(actions=("login", "me"), previous=PreviousAsked(actions=("login",)))).changed
    assert changed is not None
    assert [one.before for one in changed.differences] == [None]
    assert changed.switches == ()
