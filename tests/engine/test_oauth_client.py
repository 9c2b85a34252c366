"""Who holds the OAuth tokens of a browser application (draft-ietf-oauth-browser-based-apps 6.1 to 6.3)."""

from __future__ import annotations

import pytest

from sessionlab.design.space import design_from
from sessionlab.engine.oauth_client import at_backend, has_tokens, in_page, is_public
from sessionlab.tokens.terms import ApiToken
from sessionlab.world.state import World
from tests.playbook import follow_under

ACCESS = ApiToken(1, "marko")
PATTERNS = ("none", "bff", "token_mediating_backend", "browser_client")


@pytest.mark.parametrize(
    ("pattern", "page", "backend"),
    [
        ("none", [], []),
        ("bff", [], ["access", "refresh"]),
        ("token_mediating_backend", ["access"], ["refresh"]),
        ("browser_client", ["access", "refresh"], []),
    ],
)
def test_each_token_is_held_where_the_pattern_says(pattern: str, page: list[str], backend: list[str]):
    assert sorted(token.kind for token in in_page(pattern, ACCESS)) == page
    assert sorted(token.kind for token in at_backend(pattern, ACCESS)) == backend


def test_only_a_browser_client_can_exchange_a_code_by_itself():
    assert [pattern for pattern in PATTERNS if is_public(pattern)] == ["browser_client"]
    assert [pattern for pattern in PATTERNS if not has_tokens(pattern)] == ["none"]


def stolen(pattern: str, *ways: str) -> list[str]:
    """The kinds of API tokens that the attacker has after these ways of getting them."""
    design = design_from({"identity_provider": "oidc_code_flow", "oauth_client_pattern": pattern})
    world: World = follow_under(design, "idp_login → 200 marko\n" + "\n".join(f"{way} → done" for way in ways))
    return sorted(token.kind for token in world.known if isinstance(token, ApiToken))


@pytest.mark.parametrize(
    ("pattern", "by_script", "from_store"),
    [
        ("bff", [], ["access", "refresh"]),
        ("token_mediating_backend", ["access"], ["refresh"]),
        ("browser_client", ["access", "refresh"], []),
    ],
)
def test_what_a_script_in_the_page_cannot_take_lies_in_the_backends_store(
    pattern: str, by_script: list[str], from_store: list[str]
):
    assert stolen(pattern, "run_script=tokens") == by_script
    assert stolen(pattern, "read_store") == from_store


def test_a_script_gets_tokens_of_its_own_from_the_provider_only_where_the_client_is_public():
    """5.1.3: acquisition and extraction of new tokens, by a silent flow in a frame."""
    for pattern, outcome in (("bff", "refused client_is_confidential"), ("browser_client", "302")):
        design = design_from({"identity_provider": "oidc_code_flow", "oauth_client_pattern": pattern})
        text = "idp_login → 200 marko\nrun_script=silent_flow → "
        if pattern == "bff":
            follow_under(design, text + outcome)
        else:
            world = follow_under(design, text + "302 nobody (idp_code)")
            assert any(isinstance(value, ApiToken) for value in world.known)
