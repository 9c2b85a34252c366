"""Log in, ask who one is, act, change the password, log out."""

from __future__ import annotations

import pytest

from sessionlab.servers.state import VICTIM as VICTIMS_ACCOUNT
from sessionlab.tokens.terms import Token
from tests.playbook import follow, played

KINDS = ("server_session", "jwt", "signed_cookie", "encrypted_cookie", "unsigned_cookie")


@pytest.mark.parametrize("kind", KINDS)
def test_after_login_every_kind_of_session_knows_its_user(kind: str):
    """Lesson, sections 3 and 10."""
    follow("me → 401 nobody (no_credential)\n login → 200 marko; jar: session_id\n me → 200 marko", session_type=kind)


def test_login_without_a_page_opens_one_first():
    assert len(played("login").server.sessions) == 1
    follow("login → 200 marko; asks: CheckPassword FindAccount Now NewId Create")


def test_a_wrong_password_creates_nothing():
    follow("login=wrong → 401 nobody (wrong_password); jar: ; store:")


def test_the_attacker_logs_in_to_an_account_of_his_own():
    follow("attacker:login → 200 mallory; attacker jar: session_id; jar: ; store: mallory")


def test_the_attacker_can_log_in_with_a_password_that_he_learnt():
    """Ground truth R323: a second session of the victim's account."""
    follow("login → 200 marko\n attacker:login=as_victim → 200 marko; store: marko marko")


def test_a_token_for_another_service_is_known_to_that_service():
    """Ground truth R251: the audience tells tokens apart; where it is not checked, they are one."""
    world = follow("login=other_service → done; known: 1\n replay → 401 nobody (audience_wrong)", session_type="jwt")
    assert isinstance(world.known[0], Token)
    assert world.known[0].claims.sub == VICTIMS_ACCOUNT
    follow("login=other_service → done\n replay → 200 marko", session_type="jwt", check_aud=False)


def test_only_tokens_can_be_taken_to_another_service():
    follow("login=other_service → refused no_other_service", session_type="server_session")


def test_a_disabled_account_cannot_log_in():
    """ASVS 7.4.2."""
    follow("disable_account → done\n login → 403 nobody (account_disabled); store: ; jar:")


def test_me_changes_nothing_at_the_server_but_the_time_of_use():
    follow("login → 200 marko\n me → 200 marko; asks: LookUp Now Touch; store: marko; jar: session_id; sets:")


def test_me_reads_no_store_where_the_token_carries_the_meaning():
    """Lesson, section 8: a token-style session carries claims, and needs no look-up."""
    follow("login → 200 marko\n me → 200 marko (verified_claims); asks: Verify Now", session_type="jwt")


def test_logout_has_two_sides():
    """Lesson, section 11: delete the cookie in the browser, and the record at the server."""
    follow("login → 200 marko\n logout → 200 nobody (logged_out); jar: ; store:")
    follow("login → 200 marko\n logout → 200 nobody; jar: ; store: marko", invalidate_on_logout=False)
    follow("login → 200 marko\n logout → 200 nobody; jar: session_id; store:", clear_client_on_logout=False)


def test_nobody_logs_out_without_a_credential():
    follow("visit → 200 nobody\n logout → refused nothing_to_log_out_from")


def test_an_act_needs_a_user():
    follow(
        "action → 401 nobody (no_credential); deeds:\n login → 200 marko\n action → 200 marko; deeds: app.example.test"
    )


def test_an_act_of_administrators_needs_the_role():
    follow(
        """
        login        → 200 marko
        action=admin → 403 marko (role_missing); deeds:
        """
    )
    follow(
        """
        change_role=admin → done
        login             → 200 marko
        action=admin      → 200 marko; deeds: app.example.test
        """
    )


def test_a_changed_password_opens_the_door_and_the_old_one_does_not():
    world = follow("login → 200 marko\n change_password → 200 marko\n logout → 200 nobody\n login → 200 marko")
    account = world.server.account(VICTIMS_ACCOUNT)
    assert account is not None
    assert account.password == 1


def test_nobody_changes_a_password_without_being_logged_in():
    follow("visit → 200 nobody\n change_password → refused not_logged_in")


def test_the_page_passes_its_own_csrf_check_whatever_the_defence():
    """OWASP CSRF CS: a defence is for foreign requests; the application's own pages must keep working."""
    for defence in (
        "synchronizer_token",
        "double_submit_naive",
        "double_submit_signed",
        "origin_check",
        "fetch_metadata_reject_cross_site",
        "fetch_metadata_same_origin_only",
        "custom_header",
    ):
        follow(
            "login → 200 marko\n action → 200 marko\n change_password → 200 marko\n logout → 200 nobody",
            csrf_defence=defence,
            csrf_protects_login=True,
        )


def test_who_ends_the_encryption_on_the_way_changes_an_act_that_no_signature_covers():
    """Ground truth R354; RFC 9449 11.7; RFC 9421 7.2.8."""
    bearer = {"session_type": "jwt", "credential_transport": "authorization_header", "client_storage": "local_storage"}
    done = played("login action=through_attacker", sender_constraint="dpop", **bearer)
    assert [deed.kind for deed in done.server.deeds] == ["another"]
    follow("login → 200 marko\n action=through_attacker → 401 nobody (body_changed)", session_type="signed_request")
