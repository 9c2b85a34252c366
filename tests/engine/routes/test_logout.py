"""`/logout`: two sides (lesson, section 11)."""

from __future__ import annotations

import pytest

from tests.engine.driving import request, response_to
from tests.playbook import follow

IN, OUT = "200 marko", "401 nobody"
TOKEN_KEPT = {"session_type": "jwt", "credential_transport": "authorization_header"}


@pytest.mark.parametrize(
    ("switches", "copy"),
    [
        ({}, OUT),
        ({"invalidate_on_logout": False}, IN),  # ground truth R261, R263
        ({"logout_deletes": "identity_only"}, OUT),  # measured: express_session, flask_fs_pop
        ({"session_type": "jwt"}, IN),  # R268
        ({"session_type": "jwt", "token_revocation": "denylist"}, OUT),  # R270
        ({"session_type": "jwt", "token_revocation": "token_version"}, OUT),  # R277
        ({"session_type": "jwt", "token_revocation": "denylist", "invalidate_on_logout": False}, IN),
        ({"session_type": "signed_cookie"}, IN),  # measured: starlette, flask_permanent
        ({"session_type": "encrypted_cookie"}, IN),  # measured: rails_cookie
    ],
)
def test_a_copy_lives_on_unless_the_servers_side_ends_it(switches: dict, copy: str):
    follow(f"login → 200 marko\n copy_credential → done\n logout → 200 nobody; jar:\n replay → {copy}", **switches)


@pytest.mark.parametrize(("scope", "other"), [("this_session", IN), ("all_sessions", OUT)])
def test_the_scope_says_which_sessions_end(scope: str, other: str):
    """Presets, `other_device_after_logout`: alive; vocabulary, `logout_scope`."""
    follow(
        f"login → 200 marko\n device2:login → 200 marko\n logout → 200 nobody\n device2:me → {other}",
        logout_scope=scope,
    )


@pytest.mark.parametrize(("strategy", "other"), [("denylist", IN), ("token_version", OUT)])
def test_a_denylist_spares_other_devices_and_a_version_does_not(strategy: str, other: str):
    """Ground truth R283, R277."""
    follow(
        f"login → 200 marko\n device2:login → 200 marko\n logout → 200 nobody\n device2:me → {other}",
        session_type="jwt",
        token_revocation=strategy,
    )


def test_removing_the_identity_alone_leaves_the_record():
    follow("login → 200 marko\n logout → 200 nobody; store: anonymous", logout_deletes="identity_only")


@pytest.mark.parametrize(("clears", "keeps"), [(True, "nothing"), (False, "local_storage")])
def test_the_page_forgets_its_token_where_the_browsers_side_is_ended(clears: bool, keeps: str):
    follow(f"login → 200 marko\n logout → 200 nobody; keeps: {keeps}", clear_client_on_logout=clears, **TOKEN_KEPT)


def test_clear_site_data_empties_jar_and_storage():
    """Clear Site Data 3.1."""
    follow(
        "login → 200 marko; jar: session_id\n logout → 200 nobody; jar:",
        clear_client_on_logout=False,
        clear_site_data_on_logout=True,
    )
    follow(
        "login → 200 marko\n logout → 200 nobody; keeps: nothing",
        clear_client_on_logout=False,
        clear_site_data_on_logout=True,
        **TOKEN_KEPT,
    )


def test_clear_site_data_is_nothing_over_plain_http():
    """Clear Site Data 3.1: for secure contexts only."""
    follow(
        "login → 200 marko\n logout → 200 nobody; jar: session_id",
        clear_client_on_logout=False,
        clear_site_data_on_logout=True,
        tls="http_only",
        secure=False,
    )


@pytest.mark.parametrize(("method", "status"), [("POST", 405), ("GET", 200)])
def test_get_logs_out_only_where_the_endpoint_takes_it(method: str, status: int):
    assert response_to(request("/logout"), logout_method=method).status == status


def test_a_forged_logout_is_refused():
    """Ground truth R178."""
    follow(
        "login → 200 marko\n cross_site_request=form_post:/logout → 403 marko (csrf_token_wrong); store: marko",
        same_site="none",
        csrf_defence="synchronizer_token",
    )
