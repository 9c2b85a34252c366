"""Refusing a token that is still valid by itself (lesson, section 18)."""

from __future__ import annotations

import pytest

from sessionlab.engine.revocation import revoke, revoked_because
from sessionlab.servers.state import VICTIM, ServerState
from sessionlab.tokens.terms import Claims
from tests.engine.driving import NOW, asked_for, driven, noted, plain, result

CLAIMS = Claims(VICTIM, 1, "user", NOW, NOW + 3600, "i", "a", jti=5)
STRATEGIES = ("none", "denylist", "token_version")


def jwt(strategy: str, **switches):
    return plain(session_type="jwt", token_revocation=strategy, **switches)


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_a_token_that_nobody_revoked_is_good(strategy: str):
    assert result(revoked_because(CLAIMS, NOW, jwt(strategy))) is None


@pytest.mark.parametrize(("strategy", "ground"), [("denylist", "token_denied"), ("token_version", "token_version_old")])
def test_a_revoked_token_is_refused(strategy: str, ground: str):
    """Ground truth R270, R277."""
    state = driven(revoke(CLAIMS, jwt(strategy))).state
    assert result(revoked_because(CLAIMS, NOW, jwt(strategy)), state) == ground


def test_a_denylist_names_one_token_until_it_expires():
    """Ground truth R283: another device's token is another token."""
    state = driven(revoke(CLAIMS, jwt("denylist"))).state
    assert state.denied == ((5, NOW + 3600),)
    other = Claims(VICTIM, 1, "user", NOW, NOW + 3600, "i", "a", jti=6)
    assert result(revoked_because(other, NOW, jwt("denylist")), state) is None


def test_a_version_revokes_all_tokens_of_the_user():
    """Ground truth R277: the side effect is that every device is logged out."""
    state = driven(revoke(CLAIMS, jwt("token_version"))).state
    other = Claims(VICTIM, 1, "user", NOW, NOW + 3600, "i", "a", jti=6)
    assert result(revoked_because(other, NOW, jwt("token_version")), state) == "token_version_old"


def test_without_a_strategy_logout_can_do_nothing_about_a_token():
    done = driven(revoke(CLAIMS, jwt("none")))
    assert (done.state, noted(done)) == (ServerState(), ["no_revocation"])


@pytest.mark.parametrize("strategy", ["denylist", "token_version"])
def test_a_strategy_that_logout_does_not_use_revokes_nothing(strategy: str):
    """Vocabulary, `invalidate_on_logout`: for tokens, logout triggers the revocation."""
    done = driven(revoke(CLAIMS, jwt(strategy, invalidate_on_logout=False)))
    assert (done.state, asked_for(done)) == (ServerState(), [])


def test_only_the_strategy_in_use_costs_a_question():
    """Lesson, section 6: stateless tokens reduce look-ups; revocation brings them back."""
    asked = {strategy: asked_for(driven(revoked_because(CLAIMS, NOW, jwt(strategy)))) for strategy in STRATEGIES}
    assert asked == {"none": [], "denylist": ["IsDenied"], "token_version": ["FindAccount"]}


def test_a_denylist_forgets_a_token_that_has_expired():
    """Vocabulary, `denylist_entry_lifetime`: until_exp."""
    state = driven(revoke(CLAIMS, jwt("denylist"))).state
    assert result(revoked_because(CLAIMS, NOW + 3599, jwt("denylist")), state) == "token_denied"
    assert result(revoked_because(CLAIMS, NOW + 3600, jwt("denylist")), state) is None
