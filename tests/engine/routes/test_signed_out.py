"""`/signed-out`: the page's own timer ends the browser's copy."""

from __future__ import annotations

from tests.engine.driving import answered, asked_for, request
from tests.playbook import follow


def test_no_session_is_looked_at():
    done = answered(request("/signed-out"))
    assert (done.response.ground, asked_for(done)) == ("client_timer", [])


def test_the_browser_forgets_and_the_server_does_not():
    """Lesson, section 11: copied values survive a logout in the browser alone."""
    text = "login → 200 marko\n copy_credential → done\n visit=/signed-out → 200 nobody; jar: \n replay → 200 marko"
    follow(text)
    follow(text.replace("jar: ", "keeps: nothing"), session_type="jwt", credential_transport="authorization_header")
