"""Sets that travel stay the sets that they were."""

from __future__ import annotations

from sessionlab.explore.portable import Portable, packed, unpacked
from sessionlab.explore.sets import EMPTY, EVERYTHING
from sessionlab.explore.universe import design_sets, universe
from sessionlab.value import from_json, to_json


def test_sets_are_the_same_after_a_journey() -> None:
    sets = design_sets()
    whole, part = universe(sets), universe(sets, {"session_type": ("jwt",), "http_only": (False,)})
    sent = packed(sets, whole, part, EMPTY, EVERYTHING)
    assert unpacked(sets, from_json(to_json(sent), Portable)) == (whole, part, EMPTY, EVERYTHING)
    elsewhere = design_sets()
    arrived = unpacked(elsewhere, sent)
    assert [elsewhere.count(one) for one in arrived[:2]] == [sets.count(whole), sets.count(part)]
