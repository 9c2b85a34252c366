"""`POST /refresh`: a refresh token is exchanged for a new access token (RFC 6749 6)."""

from __future__ import annotations

import pytest

from tests.playbook import follow

KINDS = ["static", "rotating", "rotating_with_reuse_detection"]
JWT = {"session_type": "jwt"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_refresh_token_brings_a_new_access_token_when_the_old_one_has_expired(kind: str):
    follow(
        """
        login     → 200 marko; jar: session_id refresh_token
        wait=3600 → done
        me        → 401 nobody (token_expired)
        refresh   → 200 marko
        me        → 200 marko
        """,
        refresh_tokens=kind,
        **JWT,
    )


def test_without_refresh_tokens_there_is_none_to_exchange():
    follow("login → 200 marko; jar: session_id\n refresh → refused no_refresh_token", **JWT)


@pytest.mark.parametrize(("kind", "thief"), [("static", "200 marko"), ("rotating", "401 nobody (refresh_used)")])
def test_a_thief_who_comes_second(kind: str, thief: str):
    """Ground truth R325; RFC 9700 4.14.2."""
    text = f"login → 200 marko\n copy_credential=refresh → done\n refresh → 200 marko\n attacker:refresh → {thief}"
    follow(text, refresh_tokens=kind, **JWT)


@pytest.mark.parametrize(
    ("kind", "again"), [("rotating", "200 marko"), ("rotating_with_reuse_detection", "401 nobody")]
)
def test_a_token_that_comes_twice_ends_the_whole_chain_where_that_is_noticed(kind: str, again: str):
    """Ground truth R329, R330: the thief was first, and has the next token of the chain."""
    follow(
        f"""
        login                   → 200 marko
        copy_credential=refresh → done
        attacker:refresh        → 200 marko
        refresh                 → 401 nobody (refresh_used)
        attacker:refresh        → {again}
        """,
        refresh_tokens=kind,
        **JWT,
    )


@pytest.mark.parametrize(("revokes", "answer"), [(True, "401 nobody (refresh_unknown)"), (False, "200 marko")])
def test_a_logout_ends_the_chain_only_where_it_revokes_it(revokes: bool, answer: str):
    """Ground truth R287; RFC 7009."""
    follow(
        f"login → 200 marko\n copy_credential=refresh → done\n logout → 200 nobody\n attacker:refresh → {answer}",
        refresh_tokens="static",
        logout_revokes_refresh_token=revokes,
        **JWT,
    )


def test_a_disabled_account_gets_no_more_tokens():
    follow(
        "login → 200 marko\n disable_account → done\n refresh → 401 nobody (account_disabled)",
        refresh_tokens="static",
        **JWT,
    )
