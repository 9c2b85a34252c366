"""The world in which everything begins."""

from __future__ import annotations

from sessionlab.cookies.policy import DEFAULT_POLICY, BrowserPolicy, with_settings
from sessionlab.design.environment import USUAL, Environment
from sessionlab.world.state import World


def rules_in(environment: Environment = USUAL, policy: BrowserPolicy = DEFAULT_POLICY) -> BrowserPolicy:
    """The rules of the browsers there: the policy, with the settings of the environment put over it."""
    return with_settings(
        policy,
        third_party_cookies=environment.third_party_cookies,
        default_same_site=environment.default_same_site,
    )


def start_in(environment: Environment = USUAL, policy: BrowserPolicy = DEFAULT_POLICY) -> World:
    """A world in which nothing has happened yet, whose browsers and network are like that."""
    return World(policy=rules_in(environment, policy), plaintext_reachable=environment.plaintext_reachable)
