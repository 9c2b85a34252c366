"""Drawing frameworks."""

from __future__ import annotations

import pytest

from sessionlab.observe.experiments import observe
from sessionlab.presets.presets import PRESETS, design_of
from sessionlab.terminal.presets import observations, preset_card, preset_list
from tests.terminal.test_vocabulary import drawn


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_every_preset_has_its_card(preset):
    told = drawn(preset_card(preset))
    assert preset.framework in told
    assert "copy_after_logout" in told


def test_both_sides_of_a_race_are_told():
    assert "browser dead, copy dead" in drawn(observations(observe(design_of(PRESETS[0]))))


def test_the_list_names_every_framework():
    told = " ".join(drawn(preset_list(PRESETS)).split())
    assert [preset.framework for preset in PRESETS if preset.framework not in told] == []
