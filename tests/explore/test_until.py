"""Limits that end a success by themselves."""

from __future__ import annotations

import pytest

from sessionlab.attacks import attack_named
from sessionlab.explore.own_steps import play_out
from sessionlab.explore.until import LIMITS, after
from tests.playbook import under

HEADER = {"credential_transport": "authorization_header", "client_storage": "local_storage"}
ENDED_BY = {
    "token_expiry": ("replay_after_logout", {"session_type": "jwt"}),
    "clock_leeway": ("replay_after_exp", {"session_type": "jwt", "clock_leeway": "seconds_30"}),
    "clock_skew": ("replay_after_exp_verifier_clock_behind", {"session_type": "jwt"}),
    "assertion_expiry": ("jwt_assertion_replay", {"session_type": "jwt_assertion"}),
    "signature_window": ("signed_request_replay", {"session_type": "signed_request"}),
    "revocation_cache": (
        "replay_after_logout",
        {"session_type": "opaque_token", "token_revocation": "introspection", "revocation_cache": "seconds_60"},
    ),
    "refresh_absolute_lifetime": (
        "refresh_stolen_victim_never_returns",
        {"session_type": "jwt", "refresh_tokens": "rotating", "refresh_absolute_lifetime": "finite", **HEADER},
    ),
    "next_refresh_of_victim": (
        "refresh_stolen_used_first",
        {"session_type": "jwt", "refresh_tokens": "rotating_with_reuse_detection", **HEADER},
    ),
}
"""For each limit an attack that succeeds until then, by the rows of the ground truth that name it."""


@pytest.mark.parametrize("limit", LIMITS)
def test_an_attack_succeeds_before_its_limit_and_fails_after_it(limit: str) -> None:
    name, switches = ENDED_BY[limit]
    assert play_out(attack_named(name), under(**switches)) is True
    assert not play_out(after(LIMITS[limit], attack_named(name)), under(**switches))
