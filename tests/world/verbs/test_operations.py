"""Time, and what operators do."""

from __future__ import annotations

import pytest

from sessionlab.engine.durations import ABSOLUTE_LIMIT, IDLE_LIMIT, PERSISTENT_COOKIE
from sessionlab.servers.state import VICTIM as VICTIMS_ACCOUNT
from sessionlab.world.state import START
from sessionlab.world.verbs.operations import USUAL_WAIT
from tests.playbook import follow, played

STORING = ("server_session", "signed_cookie", "encrypted_cookie", "unsigned_cookie")


def test_time_passes_by_itself_only():
    assert played("wait").clock == START + USUAL_WAIT
    assert played("wait=7").clock == START + 7


@pytest.mark.parametrize("kind", STORING)
def test_a_session_out_of_use_ends_at_the_servers_idle_limit(kind: str):
    """Ground truth N031, R294 (ASVS 7.3.1)."""
    text = "login → 200 marko\n wait={} → done\n me → {}"
    switches = {"session_type": kind, "idle_timeout": "server_side"}
    follow(text.format(IDLE_LIMIT - 1, "200 marko"), **switches)
    follow(text.format(IDLE_LIMIT, "401 nobody (idle_limit)"), **switches)
    follow(text.format(IDLE_LIMIT, "200 marko"), session_type=kind)


@pytest.mark.parametrize("kind", STORING)
def test_use_puts_the_idle_limit_off_for_the_browser_that_is_used(kind: str):
    """Presets, `browser_polling`: kept_alive (flask_permanent, laravel_cookie)."""
    step = f"wait={IDLE_LIMIT - 1} → done\n me → 200 marko\n"
    follow(f"login → 200 marko\n {step * 3}", session_type=kind, idle_timeout="server_side")


@pytest.mark.parametrize(("kind", "copy"), [("server_session", "200 marko"), ("signed_cookie", "401 nobody")])
def test_a_static_copy_of_a_cookie_that_is_the_session_ends_though_it_is_used(kind: str, copy: str):
    """Presets, `static_copy_polling`: died (flask_permanent), kept_alive (express_session)."""
    step = f"wait={IDLE_LIMIT - 1} → done\n replay → {{}}\n"
    follow(
        f"login → 200 marko\n copy_credential → done\n {step.format('200 marko')} {step.format(copy)}",
        session_type=kind,
        idle_timeout="server_side",
    )


@pytest.mark.parametrize("kind", [*STORING, "jwt"])
def test_the_absolute_limit_ends_a_session_however_much_it_is_used(kind: str):
    """ASVS 7.3.2."""
    step = f"wait={ABSOLUTE_LIMIT // 20} → done\n me → 200 marko\n"
    text = f"login → 200 marko\n {step * 19} wait={ABSOLUTE_LIMIT // 20} → done\n me → 401 nobody (absolute_limit)"
    follow(text, session_type=kind, absolute_timeout="server_side", access_token_lifetime="unlimited")


def test_nobody_sees_that_a_token_is_not_used():
    """Ground truth R298: only its own expiry and its age can end a token."""
    follow(
        f"login → 200 marko\n wait={IDLE_LIMIT + 60} → done\n me → 200 marko",
        session_type="jwt",
        idle_timeout="server_side",
    )


@pytest.mark.parametrize(("lifetime", "seconds"), [("minutes_5", 300), ("hour_1", 3600)])
def test_a_token_ends_at_its_own_expiry_if_anybody_looks(lifetime: str, seconds: int):
    """RFC 7519 4.1.4; ground truth R268, R298."""
    text = "login → 200 marko\n wait={} → done\n me → {}"
    switches = {"session_type": "jwt", "access_token_lifetime": lifetime}
    follow(text.format(seconds - 1, "200 marko"), **switches)
    follow(text.format(seconds, "401 nobody (token_expired)"), **switches)
    follow(text.format(seconds, "200 marko"), **switches, check_exp=False)


@pytest.mark.parametrize(("switch", "seconds"), [("idle_timeout", IDLE_LIMIT), ("absolute_timeout", ABSOLUTE_LIMIT)])
def test_a_timer_in_the_page_ends_the_browsers_copy_alone(switch: str, seconds: int):
    """WSTG-SESS-07: a limit that only the client keeps does not bind a copy."""
    follow(
        f"""
        login           → 200 marko
        copy_credential → done
        wait={seconds}  → 200 nobody (client_timer); jar: ; store: marko
        replay          → 200 marko
        """,
        **{switch: "client_side"},
    )


def test_a_timer_needs_an_open_page():
    follow(
        f"login → 200 marko\n close_browser → done\n wait={IDLE_LIMIT} → done; jar: session_id\n me → 200 marko",
        idle_timeout="client_side",
        cookie_lifetime="persistent",
    )


def test_a_persistent_cookie_expires_in_the_browser():
    text = f"login → 200 marko\n wait={PERSISTENT_COOKIE} → done; jar: {{}}; store: marko"
    follow(text.format(""), cookie_lifetime="persistent")
    follow(text.format("session_id"), cookie_lifetime="browser_session")


@pytest.mark.parametrize(("kind", "answer"), [("server_session", "401 nobody"), ("signed_cookie", "200 marko")])
def test_a_restart_ends_what_lived_in_the_servers_memory(kind: str, answer: str):
    """Ground truth N026, R411; presets, `after_restart`."""
    follow(f"login → 200 marko\n restart → done; store: ; jar: session_id\n me → {answer}", session_type=kind)


@pytest.mark.parametrize(
    ("source", "answer"), [("user_record", "403 marko (role_missing)"), ("session_snapshot", "200 marko")]
)
@pytest.mark.parametrize("kind", [*STORING, "jwt"])
def test_a_demoted_user_keeps_the_role_that_the_session_remembers(kind: str, source: str, answer: str):
    """Ground truth R316, R318."""
    follow(
        f"""
        change_role=admin → done
        login             → 200 marko
        change_role=user  → done
        action=admin      → {answer}
        """,
        session_type=kind,
        user_data_source=source,
    )


def test_the_usual_role_is_user():
    account = played("change_role=admin change_role").server.account(VICTIMS_ACCOUNT)
    assert account is not None
    assert account.role == "user"


@pytest.mark.parametrize("kind", [*STORING, "jwt"])
def test_a_disabled_account_goes_on_working_where_nobody_looks_at_it(kind: str):
    """Ground truth R314 (ASVS 7.4.2)."""
    text = "login → 200 marko\n disable_account → done\n me → {}"
    follow(text.format("200 marko"), session_type=kind, user_data_source="session_snapshot")
    follow(text.format("401 nobody (account_disabled)"), session_type=kind, user_data_source="user_record")


def test_disabling_can_end_the_sessions():
    """Vocabulary, `account_disable_revokes`."""
    follow(
        """
        login           → 200 marko
        device2:login   → 200 marko
        attacker:login  → 200 mallory; store: marko marko mallory
        disable_account → done; store: mallory
        """,
        account_disable_revokes=True,
    )
    follow(
        "login → 200 marko\n disable_account → done\n me → 401 nobody (token_version_old)",
        session_type="jwt",
        account_disable_revokes=True,
        token_revocation="token_version",
    )


def test_an_account_is_disabled_once():
    follow("disable_account → done\n disable_account → refused already_disabled")


def test_a_refresh_token_that_is_taken_back_leaves_the_access_token_alive():
    """Ground truth R288; RFC 7009 2.1."""
    follow(
        "login → 200 marko\n revoke_credential=refresh → done\n me → 200 marko\n refresh → 401 nobody",
        session_type="jwt",
        refresh_tokens="rotating",
    )


@pytest.mark.parametrize(
    ("leeway", "past", "then"),
    [
        ("none", "token_expiry", "401 nobody (token_expired)"),
        ("seconds_30", "token_expiry", "200 marko"),
        ("seconds_30", "token_end", "401 nobody (token_expired)"),
    ],
)
def test_a_token_that_has_just_expired_is_taken_within_the_leeway_and_no_longer(leeway: str, past: str, then: str):
    """Ground truth R300 and its `until`."""
    follow(
        f"login → 200 marko\n copy_credential → done\n wait_past={past} → done\n replay → {then}",
        session_type="jwt",
        clock_leeway=leeway,
    )
