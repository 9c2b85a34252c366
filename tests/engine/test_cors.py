"""Which pages of other origins may read an answer (Fetch 3.3, 4.9)."""

from __future__ import annotations

import pytest

from sessionlab.engine.cors import ALLOW_CREDENTIALS, ALLOW_ORIGIN, PARTNER, headers, is_readable
from tests.engine.driving import OWN_ORIGIN, plain, request

EVIL = "https://evil.test"


def answered_to(origin: str | None, policy: str) -> dict[str, str]:
    asked = request("/me", headers=() if origin is None else (("Origin", origin),))
    return dict(headers(asked, plain(cors_policy=policy)))


@pytest.mark.parametrize(
    ("policy", "origin", "expected"),
    [
        ("none", EVIL, {}),
        ("allowlist", EVIL, {}),
        ("allowlist", PARTNER, {ALLOW_ORIGIN: PARTNER, ALLOW_CREDENTIALS: "true"}),
        ("reflect_any_with_credentials", EVIL, {ALLOW_ORIGIN: EVIL, ALLOW_CREDENTIALS: "true"}),
        ("any_without_credentials", EVIL, {ALLOW_ORIGIN: "*"}),
        ("reflect_any_with_credentials", OWN_ORIGIN, {}),
        ("reflect_any_with_credentials", None, {}),
    ],
)
def test_what_each_policy_answers(policy: str, origin: str | None, expected: dict[str, str]):
    assert answered_to(origin, policy) == expected


@pytest.mark.parametrize(
    ("allowed", "credentials", "readable"),
    [(EVIL, "true", True), ("*", "true", False), (EVIL, None, False), (None, None, False), (PARTNER, "true", False)],
)
def test_with_credentials_the_origin_must_be_named(allowed: str | None, credentials: str | None, readable: bool):
    """Fetch 4.9: `*` is no match for a request with credentials."""
    assert is_readable(allowed, credentials, EVIL) is readable
