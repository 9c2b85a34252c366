"""`/read`: code that looks at the session (Tomcat's getSession, PHP's session_start)."""

from __future__ import annotations

from tests.playbook import follow


def test_looking_at_the_session_begins_one_where_the_design_says_so():
    """Presets php_* and tomcat_naive, `cookie_set`: at_session_read."""
    follow("visit=/read → 200 nobody; jar: session_id", session_created="at_session_read")
    follow("visit=/read → 200 nobody; jar:", session_created="at_first_write")


def test_looking_changes_nothing_in_a_session():
    follow("login → 200 marko\n visit=/read → 200 marko; asks: LookUp Now Touch")
