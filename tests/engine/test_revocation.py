"""Refusing a token that is still valid by itself (lesson, section 18)."""

from __future__ import annotations

import pytest

from sessionlab.engine.revocation import revoke, revoked_because
from sessionlab.servers.state import VICTIM, ServerState
from sessionlab.tokens.terms import Claims, Token
from tests.engine.driving import NOW, asked_for, driven, noted, plain, result

TOKEN = Token(Claims(VICTIM, 1, "user", NOW, NOW + 3600, "i", "a", jti=5))
OTHER = Token(Claims(VICTIM, 1, "user", NOW, NOW + 3600, "i", "a", jti=6))
BY_TOKEN, BY_USER = ("denylist", "status_list", "introspection"), ("token_version", "per_user_key")
STRATEGIES = ("none", *BY_TOKEN, *BY_USER)


def jwt(strategy: str, **switches):
    return plain(session_type="jwt", token_revocation=strategy, **switches)


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_a_token_that_nobody_revoked_is_good(strategy: str):
    assert result(revoked_because(TOKEN, NOW, jwt(strategy))) is None


@pytest.mark.parametrize(
    ("strategy", "ground"),
    [*((one, "token_denied") for one in BY_TOKEN), *((one, "token_version_old") for one in BY_USER)],
)
def test_a_revoked_token_is_refused(strategy: str, ground: str):
    """Ground truth R270, R277."""
    state = driven(revoke(TOKEN, jwt(strategy))).state
    assert result(revoked_because(TOKEN, NOW, jwt(strategy)), state) == ground


def test_a_denylist_names_one_token_until_it_expires():
    """Ground truth R283: another device's token is another token."""
    state = driven(revoke(TOKEN, jwt("denylist"))).state
    assert state.denied == ((5, NOW + 3600),)
    assert result(revoked_because(OTHER, NOW, jwt("denylist")), state) is None


@pytest.mark.parametrize("strategy", BY_USER)
def test_a_version_or_a_key_of_the_user_revokes_all_tokens_of_the_user(strategy: str):
    """Ground truth R277: the side effect is that every device is logged out."""
    state = driven(revoke(TOKEN, jwt(strategy))).state
    assert result(revoked_because(OTHER, NOW, jwt(strategy)), state) == "token_version_old"


def test_without_a_strategy_logout_can_do_nothing_about_a_token():
    done = driven(revoke(TOKEN, jwt("none")))
    assert (done.state, noted(done)) == (ServerState(), ["no_revocation"])


@pytest.mark.parametrize("strategy", STRATEGIES[1:])
def test_a_strategy_that_logout_does_not_use_revokes_nothing(strategy: str):
    """Vocabulary, `invalidate_on_logout`: for tokens, logout triggers the revocation."""
    done = driven(revoke(TOKEN, jwt(strategy, invalidate_on_logout=False)))
    assert (done.state, asked_for(done)) == (ServerState(), [])


def test_only_the_strategy_in_use_costs_a_question():
    """Lesson, section 6: stateless tokens reduce look-ups; revocation brings them back."""
    asked = {strategy: asked_for(driven(revoked_because(TOKEN, NOW, jwt(strategy)))) for strategy in STRATEGIES}
    assert asked.pop("none") == []
    assert {strategy: steps for strategy, steps in asked.items() if steps != ["IsDenied"]} == {
        strategy: ["CurrentVersion"] for strategy in BY_USER
    }


def test_a_denylist_forgets_a_token_that_has_expired():
    """Vocabulary, `denylist_entry_lifetime`: until_exp."""
    state = driven(revoke(TOKEN, jwt("denylist"))).state
    design = jwt("denylist")
    assert result(revoked_because(TOKEN, NOW + 3599, design), state, NOW + 3599, design) == "token_denied"
    assert result(revoked_because(TOKEN, NOW + 3600, design), state, NOW + 3600, design) is None


@pytest.mark.parametrize("strategy", ["introspection", "status_list"])
def test_the_issuer_itself_does_not_forget(strategy: str):
    """RFC 7662 2.2: a token that has been revoked or has expired is not active."""
    design = jwt(strategy)
    state = driven(revoke(TOKEN, design)).state
    assert result(revoked_because(TOKEN, NOW + 3601, design), state, NOW + 3601, design) == "token_denied"
