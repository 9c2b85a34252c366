"""The world in which a question begins."""

from __future__ import annotations

from sessionlab.cookies.policy import DEFAULT_POLICY, BrowserPolicy, with_settings
from sessionlab.design.environment import USUAL, Environment
from sessionlab.world.state import World


def start_in(environment: Environment = USUAL, policy: BrowserPolicy = DEFAULT_POLICY) -> World:
    """A world in which nothing has happened yet, whose browsers follow these settings."""
    rules = with_settings(
        policy,
        third_party_cookies=environment.third_party_cookies,
        default_same_site=environment.default_same_site,
    )
    return World(policy=rules, plaintext_reachable=environment.plaintext_reachable)
