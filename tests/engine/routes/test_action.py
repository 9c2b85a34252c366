"""`/action`: something that changes state in the user's name."""

from __future__ import annotations

from tests.engine.driving import request, response_to
from tests.playbook import follow


def test_the_act_is_done_for_a_user_alone():
    follow(
        "action → 401 nobody (no_credential); deeds:\n login → 200 marko\n action → 200 marko; deeds: app.example.test"
    )


def test_get_is_no_way_to_act_unless_the_design_allows_it():
    """RFC 9110 9.2.1 and 15.5.6."""
    assert response_to(request("/action")).status == 405
    assert response_to(request("/action"), state_change_on_get=True).status == 401


def test_a_forged_request_is_refused_and_nothing_is_done():
    follow(
        "login → 200 marko\n cross_site_request → 403 marko (csrf_token_wrong); deeds:",
        same_site="none",
        csrf_defence="synchronizer_token",
    )


def test_the_page_that_asked_is_on_record():
    world = follow("login → 200 marko\n subdomain_request → 200 marko; deeds: sibling.example.test")
    assert world.server.deeds[0].user == "marko@example.test"
