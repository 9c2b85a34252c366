"""The settings of browser and network."""

from __future__ import annotations

from sessionlab.design.environment import SETTINGS, USUAL, Environment


def test_an_environment_has_one_field_for_each_setting():
    assert Environment.__struct_fields__ == tuple(setting.id for setting in SETTINGS)


def test_third_party_cookies_are_allowed_and_samesite_is_left_to_the_browser_unless_somebody_says_otherwise():
    assert USUAL.third_party_cookies == "allowed"
    assert USUAL.default_same_site is None
    assert USUAL.plaintext_reachable
