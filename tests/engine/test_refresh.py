"""Refresh tokens: when one is refused (RFC 6749 6; RFC 9700 4.14.2)."""

from __future__ import annotations

import pytest

from sessionlab.engine.refresh import in_use, refused_because, rotates
from sessionlab.engine.steps import RefreshState
from sessionlab.http.message import Client
from sessionlab.tokens.terms import RefreshToken
from tests.engine.driving import NOW, plain

HOME = Client("home", "browser", "key")
TOKEN = RefreshToken(1, "marko@example.test", 1, NOW, HOME)
DAY = 24 * 3600


def ground(known: RefreshState | None, here: Client = HOME, later: int = 5, **switches) -> str | None:
    return refused_because(known, TOKEN, here, NOW + later, plain(session_type="jwt", **switches))


def test_a_fresh_token_is_taken_and_an_unknown_or_revoked_one_is_not():
    assert ground(RefreshState(TOKEN), refresh_tokens="rotating") is None
    assert ground(None) == "refresh_unknown"
    assert ground(RefreshState(TOKEN, revoked=True)) == "refresh_unknown"


@pytest.mark.parametrize(("kind", "why"), [("static", None), ("rotating", "refresh_used")])
def test_a_used_token_is_refused_where_each_is_good_for_one_use(kind: str, why: str | None):
    """RFC 9700 4.14.2."""
    assert ground(RefreshState(TOKEN, used=NOW), refresh_tokens=kind) == why


@pytest.mark.parametrize(("later", "why"), [(9, None), (10, "refresh_used")])
def test_a_used_token_is_taken_for_a_moment_where_there_is_a_grace(later: int, why: str | None):
    """Vocabulary, `refresh_grace`: seconds_10."""
    used = RefreshState(TOKEN, used=NOW)
    assert ground(used, later=later, refresh_tokens="rotating", refresh_grace="seconds_10") == why


@pytest.mark.parametrize("binding", ["sender_constrained", "client_authenticated"])
def test_a_bound_token_is_refused_to_another_client(binding: str):
    """Ground truth R336."""
    assert ground(RefreshState(TOKEN), Client("thief"), refresh_token_binding=binding) == "client_not_proven"
    assert ground(RefreshState(TOKEN), Client("thief")) is None


def test_a_chain_ends_where_its_life_is_finite():
    """ASVS 10.4.8."""
    assert ground(RefreshState(TOKEN), later=DAY - 1, refresh_absolute_lifetime="finite") is None
    assert ground(RefreshState(TOKEN), later=DAY, refresh_absolute_lifetime="finite") == "refresh_too_old"
    assert ground(RefreshState(TOKEN), later=DAY) is None


def test_which_kinds_are_handed_out_and_which_rotate():
    kinds = ("none", "static", "rotating", "rotating_with_reuse_detection")
    assert [in_use(kind) for kind in kinds] == [False, True, True, True]
    assert [rotates(kind) for kind in kinds] == [False, False, True, True]
