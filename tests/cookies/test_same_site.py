from __future__ import annotations

import pytest

from sessionlab.cookies.policy import CHROMIUM_156, NO_DEFAULT, RFC_6265, STRICT_SPEC, with_settings
from sessionlab.cookies.same_site import (
    ATTRIBUTES,
    LEVELS,
    YOUNG,
    attribute_of,
    enforcement,
    forbids_storing,
    withholds,
)
from tests.cookies.making import NOW, asking, cookie

OPEN = with_settings(CHROMIUM_156, default_same_site=NO_DEFAULT)


@pytest.mark.parametrize(
    ("text", "attribute"),
    [("Strict", "strict"), ("LAX", "lax"), ("none", "none"), ("", "unset"), ("Default", "unset"), ("unset", "unset")],
)
def test_only_three_words_say_something(text: str, attribute: str):
    assert attribute_of(text) == attribute


def test_unset_is_not_lax_while_the_cookie_is_young():
    assert enforcement("unset", CHROMIUM_156, age=YOUNG - 1) == "lax_allowing_unsafe"
    assert enforcement("unset", CHROMIUM_156, age=YOUNG) == "lax"
    assert enforcement("lax", CHROMIUM_156, age=0) == "lax"
    assert enforcement("unset", STRICT_SPEC, age=0) == "lax"


def test_a_browser_may_take_unset_for_none_or_know_no_same_site_at_all():
    assert enforcement("unset", OPEN, age=0) == "none"
    assert enforcement("strict", RFC_6265, age=0) == "none"


@pytest.mark.parametrize("policy", [CHROMIUM_156, STRICT_SPEC, OPEN, RFC_6265], ids=lambda policy: policy.name)
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("attribute", ATTRIBUTES)
@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("age", [0, YOUNG])
def test_the_short_way_to_the_verdict_says_what_enforcement_and_level_say(policy, level, attribute, unsafe, age):
    context = asking(level=level, unsafe_top_level=unsafe and level == "none")
    enforced = enforcement(attribute, policy, age)
    allowed = {
        "strict": level == "strict",
        "lax": level in ("strict", "lax"),
        "lax_allowing_unsafe": level in ("strict", "lax") or context.unsafe_top_level,
        "none": True,
    }[enforced]
    assert withholds(cookie(same_site=attribute, creation=NOW - age), context, policy, NOW) == (not allowed)


def test_a_cross_site_response_stores_only_what_is_none():
    assert [forbids_storing(cookie(same_site=each), CHROMIUM_156) for each in ATTRIBUTES] == [True, True, False, True]
    assert [forbids_storing(cookie(same_site=each), OPEN) for each in ATTRIBUTES] == [True, True, False, False]
    assert not any(forbids_storing(cookie(same_site=each), RFC_6265) for each in ATTRIBUTES)
