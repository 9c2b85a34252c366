"""JWT assertions (RFC 7523): a fresh one for every request, and one that was seen is good as long as it lives."""

from __future__ import annotations

from sessionlab.design.space import design_from
from sessionlab.engine.machine import assertion
from tests.engine.driving import request, result
from tests.playbook import follow_under

DESIGN = design_from({"session_type": "jwt_assertion"})
ONCE = design_from({"session_type": "jwt_assertion", "assertion_jti_check": True})
SEEN = "login → 200 marko\nme → 200 marko\nobserve_network=one_request → done; known: 1\n"


def test_every_request_brings_an_assertion_of_its_own():
    follow_under(ONCE, "login → 200 marko\nme → 200 marko\nme → 200 marko\naction → 200 marko")


def test_an_assertion_that_was_seen_is_good_again_unless_its_id_is_remembered():
    """RFC 7523 3, jti: the server may ensure that assertions are not replayed."""
    follow_under(DESIGN, f"{SEEN}replay → 200 marko")
    follow_under(ONCE, f"{SEEN}replay → 401 nobody (assertion_used)")


def test_an_assertion_ends_by_itself_after_five_minutes():
    """RFC 7523 3, exp; the lab's five minutes."""
    follow_under(DESIGN, f"{SEEN}wait=300 → done\nreplay → 401 nobody (token_expired)")


def test_what_is_no_token_is_said_to_be_none():
    asked = request("/me", "POST", fields=(("access_token", "abc"),))
    assert result(assertion.identify(asked, DESIGN), design=DESIGN).ground == "not_a_token"
    assert result(assertion.identify(request("/me"), DESIGN), design=DESIGN).ground == "no_credential"
