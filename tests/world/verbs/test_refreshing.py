"""Refresh tokens in people's hands."""

from __future__ import annotations

import pytest

from tests.playbook import follow

JWT = {"session_type": "jwt"}
BY_SCRIPT = {"credential_transport": "authorization_header"}


@pytest.mark.parametrize(
    ("kind", "grace", "answer"),
    [
        ("static", "none", "200 marko"),
        ("rotating", "none", "401 nobody (refresh_used)"),
        ("rotating", "seconds_10", "200 marko"),
        ("rotating_with_reuse_detection", "seconds_10", "200 marko"),
    ],
)
def test_two_tabs_show_one_token_twice(kind: str, grace: str, answer: str):
    """Ground truth R337: without a grace the second tab is taken for a thief."""
    follow(f"login → 200 marko\n refresh=two_tabs → {answer}", refresh_tokens=kind, refresh_grace=grace, **JWT)


def test_a_script_keeps_the_refresh_token_beside_the_other_one():
    follow(
        "login → 200 marko; jar:\n refresh → 200 marko\n me → 200 marko", refresh_tokens="rotating", **JWT, **BY_SCRIPT
    )


@pytest.mark.parametrize(
    ("storage", "answer"), [("local_storage", "200 marko"), ("js_memory", "refused no_refresh_token")]
)
def test_it_goes_with_the_memory_of_the_page(storage: str, answer: str):
    follow(
        f"login → 200 marko\n visit → 200 nobody\n refresh → {answer}",
        refresh_tokens="static",
        client_storage=storage,
        **JWT,
        **BY_SCRIPT,
    )


def test_who_knows_none_can_exchange_none():
    follow(
        "attacker:refresh → refused nothing_known\n refresh → refused no_refresh_token", refresh_tokens="static", **JWT
    )


def test_an_attacker_keeps_what_the_exchange_brings():
    follow(
        """
        login                   → 200 marko
        copy_credential=refresh → done; known: 1
        attacker:refresh        → 200 marko; known: 2
        replay                  → 200 marko
        """,
        refresh_tokens="static",
        **JWT,
        **BY_SCRIPT,
    )
