"""Copy a credential, replay it."""

from __future__ import annotations

import pytest

from tests.playbook import follow, played


@pytest.mark.parametrize(("whose", "before"), [("", "login"), ("=victim", "login"), ("=device2", "device2:login")])
def test_a_copy_changes_nothing_where_it_was_taken(whose: str, before: str):
    """Lesson, section 12: a second holder of the same value."""
    world = played(before)
    copied = follow(f"copy_credential{whose} → done; known: 1; store: marko", start=world)
    assert copied.devices == world.devices


def test_the_attacker_can_copy_from_his_own_browser():
    follow("attacker:login → 200 mallory\n copy_credential=attacker → done; known: 1\n replay → 200 mallory")


def test_there_is_nothing_to_copy_before_somebody_holds_something():
    follow("copy_credential → refused nothing_to_copy\n copy_credential=device2 → refused nothing_to_copy")


def test_a_replayed_copy_is_answered_as_the_user_it_was_copied_from():
    follow("login → 200 marko\n copy_credential → done\n replay → 200 marko; jar: session_id; attacker jar:")


def test_a_replay_can_do_the_users_act():
    follow("login → 200 marko\n copy_credential → done\n replay=action → 200 marko; deeds: tool")


def test_a_replay_can_log_the_user_out():
    follow("login → 200 marko\n copy_credential → done\n replay=logout → 200 nobody; store:\n me → 401 nobody")


def test_nothing_can_be_replayed_before_something_is_known():
    follow("replay → refused nothing_known\n alter → refused nothing_known")


@pytest.mark.parametrize("transport", ["authorization_header", "custom_header", "url_query", "request_body"])
def test_a_replay_puts_the_value_where_a_genuine_client_would(transport: str):
    """RFC 6750 section 2."""
    follow(
        "login → 200 marko; keeps: local_storage\n copy_credential → done\n replay → 200 marko; sends:",
        session_type="jwt",
        credential_transport=transport,
    )


@pytest.mark.parametrize(("nonce", "then"), [(False, "200 marko"), (True, "401 nobody (proof_without_nonce)")])
def test_a_proof_made_in_advance_is_good_later_unless_the_server_hands_out_nonces(nonce: bool, then: str):
    """Ground truth R352; RFC 9449 11.2 and 8."""
    follow(
        f"login → 200 marko\n copy_credential=with_proofs → done\n wait=120 → done\n replay=with_proof → {then}",
        session_type="jwt",
        credential_transport="authorization_header",
        client_storage="local_storage",
        sender_constraint="dpop",
        dpop_server_nonce=nonce,
    )
