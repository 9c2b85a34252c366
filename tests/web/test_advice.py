"""Which switches would end a warning."""

from __future__ import annotations

from sessionlab.design.space import FIRST_SCREEN, design_from
from sessionlab.rules import findings_of_design
from sessionlab.web.advice import turnings


def test_each_advice_ends_its_warning_and_brings_no_other():
    design = design_from({"http_only": False, "secure": False, "invalidate_on_logout": False}, FIRST_SCREEN)
    now = {finding.code for finding in findings_of_design(design)}
    turns = turnings(design)
    assert set(turns) == now
    for code, found in turns.items():
        for turn in found:
            left = {one.code for one in findings_of_design(design_from({turn.switch: turn.value}, design))}
            assert code not in left
            assert left < now


def test_a_weak_logout_is_ended_by_its_switch():
    turns = turnings(design_from({"invalidate_on_logout": False}, FIRST_SCREEN))
    assert any(
        turn.switch == "invalidate_on_logout" and turn.value is True for found in turns.values() for turn in found
    )
