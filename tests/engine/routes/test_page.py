"""`/`: a page for anybody, and perhaps the beginning of a session."""

from __future__ import annotations

import pytest

from sessionlab.engine.routes.page import WHEN, begins_by
from tests.engine.driving import request, response_to
from tests.playbook import follow

TOKENS = ("synchronizer_token", "double_submit_naive", "double_submit_signed")


def test_a_session_begins_by_a_moment_or_later():
    """Vocabulary, `session_created`: the values in the order of time."""
    assert [begins_by(created, "at_session_read") for created in WHEN] == [True, True, False, False]
    assert [begins_by(created, "at_visit") for created in WHEN] == [True, False, False, False]
    assert [begins_by(created, "at_first_write") for created in WHEN] == [True, True, True, False]


@pytest.mark.parametrize("kind", ["server_session", "signed_cookie", "encrypted_cookie", "unsigned_cookie"])
def test_a_second_visit_begins_no_second_session(kind: str):
    follow(
        "visit → 200 nobody; jar: session_id\n visit → 200 nobody (anonymous_session); jar: session_id; sets:",
        session_type=kind,
        session_created="at_visit",
    )


def test_a_token_needs_somebody():
    follow("visit → 200 nobody; jar:", session_type="jwt", session_created="at_visit")


def test_a_session_that_is_gone_is_begun_anew():
    follow(
        """
        visit   → 200 nobody; store: anonymous
        restart → done; store:
        visit   → 200 nobody; store: anonymous; sets: session_id
        """,
        session_created="at_visit",
    )


@pytest.mark.parametrize("defence", TOKENS)
def test_a_page_has_a_form_token_where_the_defence_uses_one(defence: str):
    assert response_to(request("/"), csrf_defence=defence).form_token is not None
    assert response_to(request("/"), csrf_defence="origin_check").form_token is None


@pytest.mark.parametrize("defence", ["double_submit_naive", "double_submit_signed"])
def test_the_form_token_is_the_csrf_cookie_where_the_two_are_compared(defence: str):
    response = response_to(request("/"), csrf_defence=defence)
    assert [(cookie.name, cookie.value) for cookie in response.set_cookies] == [("csrf_token", response.form_token)]
