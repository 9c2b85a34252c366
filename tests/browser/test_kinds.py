from __future__ import annotations

import pytest

from sessionlab.browser.kinds import KINDS, kind_named
from sessionlab.errors import Trouble


def test_kinds_are_found_by_name():
    assert [kind_named(kind.name) for kind in KINDS] == list(KINDS)


def test_a_redirected_request_is_still_of_its_kind_and_a_typed_address_a_visit():
    assert kind_named("img-redirect").name == "img"
    assert kind_named("top-level").name == "visit"


def test_a_mistyped_kind_is_answered_with_the_nearest():
    with pytest.raises(Trouble) as caught:
        kind_named("ifrmae")
    assert "iframe" in caught.value.details["known"]
