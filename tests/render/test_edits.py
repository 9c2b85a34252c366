"""What is done by hand, in words."""

from __future__ import annotations

import pytest

from sessionlab.design.space import SEED_LAB
from sessionlab.render.pen import Pen
from sessionlab.render.terms import Spelling
from sessionlab.render.titles import title
from sessionlab.world.verbs import parse_action

PEN = Pen(Spelling(), SEED_LAB)


@pytest.mark.parametrize(
    ("action", "told"),
    [
        ("delete_cookie=csrf_token", "Marko deletes the cookie csrf_token by hand"),
        ("edit_cookie=session_id.value:abc", "Marko edits the cookie session_id by hand: its value becomes abc"),
        (
            "attacker:edit_cookie=session_id.value:victim",
            "Mallory edits the cookie session_id by hand: its value becomes what Marko's browser has there",
        ),
        (
            "edit_cookie=session_id.expires:60",
            "Marko edits the cookie session_id by hand: its end becomes 60 seconds from now",
        ),
        ("edit_cookie=session_id.expires:session", "the end of the browser session"),
        ("edit_cookie=session_id.http_only:false", "HttpOnly becomes no"),
        ("delete_record=2", "Somebody deletes record 2 from the session store"),
        ("delete_record", "Somebody deletes Marko's record from the session store"),
        (
            "edit_record=device2.seen:3600",
            "the record of Marko's second device in the session store: its last use becomes 60 minutes ago",
        ),
        ("edit_record=1.items:3", "the number of its items becomes 3"),
    ],
)
def test_an_action_by_hand_says_what_becomes_of_what(action: str, told: str):
    assert told in title(parse_action(action), PEN)
