"""Which single switch would have turned the end of a play."""

from __future__ import annotations

from sessionlab.design.choices import read_choices
from sessionlab.design.space import FIRST_SCREEN, design_from
from sessionlab.world.play import STORY, Play, play
from sessionlab.world.turning import Turn, attacker_succeeds, switches_read, turns
from sessionlab.world.verbs import parse_action


def done(choices: str = "", actions: tuple[str, ...] = STORY) -> Play:
    return play(design_from(read_choices(choices.split()), FIRST_SCREEN), map(parse_action, actions))


def test_the_story_would_end_badly_without_the_server_s_half_of_the_logout_or_with_a_session_that_proves_itself():
    found = turns(done())
    assert Turn("invalidate_on_logout", False) in found
    assert {turn.value for turn in found if turn.switch == "session_type"} == {
        "jwt",
        "signed_cookie",
        "encrypted_cookie",
        "unsigned_cookie",
        "api_key",
        "signed_request",
        "webhook_signature",
        "jwt_assertion",
    }
    assert {turn.switch for turn in found} == {"invalidate_on_logout", "session_type"}


def test_a_token_would_be_ended_by_a_revocation():
    found = turns(done("session_type=jwt"))
    strategies = ("denylist", "token_version", "introspection", "status_list", "per_user_key")
    assert {turn for turn in found if turn.switch == "token_revocation"} == {
        Turn("token_revocation", strategy) for strategy in strategies
    }


def test_a_token_that_is_bound_to_its_client_is_no_use_to_another():
    """RFC 9449 2, RFC 8705 3; OWASP SMCS: a User-Agent is copied along."""
    found = turns(done("session_type=jwt"))
    assert {turn.value for turn in found if turn.switch == "sender_constraint"} == {
        "dpop",
        "mtls",
        "dbsc",
        "ip_address",
    }
    assert {turn.value for turn in found if turn.switch == "risk_based_invalidation"} == {"step_up", "revoke"}
    # An opaque token is called back at its issuer.
    assert {turn.value for turn in found if turn.switch == "session_type"} == {"opaque_token"}
    assert {turn.switch for turn in found} == {
        "session_type",
        "token_revocation",
        "sender_constraint",
        "risk_based_invalidation",
    }


def test_what_would_lock_the_user_out_is_no_turn():
    found = turns(done("session_type=jwt"))
    assert found
    assert all(turn.switch not in ("cookie_size", "tls") for turn in found)


def test_a_switch_that_nobody_read_is_not_tried():
    assert "change_role" not in switches_read(done())
    assert "csrf_checks_safe_methods" not in switches_read(done())
    assert "invalidate_on_logout" in switches_read(done())


def test_where_the_attacker_has_nothing_she_does_not_succeed():
    assert not attacker_succeeds(done(actions=("login",)))
