"""Where a question begins."""

from __future__ import annotations

from sessionlab.design.environment import USUAL
from sessionlab.value import replace
from sessionlab.world.start import start_in
from sessionlab.world.state import World


def test_usually_nothing_has_happened() -> None:
    assert start_in() == World()


def test_the_browser_follows_the_settings() -> None:
    world = start_in(replace(USUAL, third_party_cookies="blocked", plaintext_reachable=False))
    assert (world.policy.third_party_cookies, world.plaintext_reachable) == ("blocked", False)
