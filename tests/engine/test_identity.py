"""Who a request is, as the server believes."""

from __future__ import annotations

from sessionlab.engine.identity import Identity, anonymous
from sessionlab.tokens.terms import Record, Secret, SessionId


def test_nobody_has_a_ground_too():
    nobody = anonymous("unknown_session_id", "credential", SessionId(1))
    assert (nobody.user, nobody.ground, nobody.credential, nobody.id) == (
        None,
        "unknown_session_id",
        "credential",
        SessionId(1),
    )


def test_the_csrf_secret_is_that_of_the_session():
    assert Identity("u", "session_record").csrf is None
    assert Identity("u", "session_record", record=Record("u", 0, 0, 1, csrf=Secret(1))).csrf == Secret(1)
