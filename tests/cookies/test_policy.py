from __future__ import annotations

import pytest

from sessionlab.cookies.policy import (
    CHROMIUM_156,
    DEFAULT_POLICY,
    DIFFERENCES,
    NO_DEFAULT,
    POLICIES,
    BrowserPolicy,
    policy_named,
    with_settings,
)
from sessionlab.errors import Trouble


def test_every_difference_is_a_field_with_a_source_and_every_field_a_difference():
    assert [one.field for one in DIFFERENCES] == list(BrowserPolicy.__struct_fields__[2:])


def test_policies_are_found_by_name():
    assert [policy_named(policy.name) for policy in POLICIES] == list(POLICIES)
    assert DEFAULT_POLICY == CHROMIUM_156


def test_a_mistyped_name_is_answered_with_the_nearest():
    with pytest.raises(Trouble) as caught:
        policy_named("chromium-165")
    assert caught.value.code == "unknown_name"
    assert "chromium-156" in caught.value.details["known"]


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.name)
def test_every_value_of_a_policy_is_one_that_its_difference_lists(policy: BrowserPolicy):
    for one in DIFFERENCES:
        value = getattr(policy, one.field)
        if isinstance(value, str):
            assert value in one.values, one.field


def test_settings_of_the_environment_beat_the_policy():
    changed = with_settings(CHROMIUM_156, third_party_cookies="blocked", default_same_site=NO_DEFAULT)
    assert (changed.third_party_cookies, changed.default_same_site) == ("blocked", NO_DEFAULT)
    assert with_settings(CHROMIUM_156) == CHROMIUM_156
