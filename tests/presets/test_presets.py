"""The presets say what the data says, and each file of the folder is in the list."""

from __future__ import annotations

import importlib
import json

import pytest

from sessionlab.design.validity import check
from sessionlab.errors import Trouble
from sessionlab.presets.presets import PRESETS, design_of, preset_named
from tests.repository.project import SOURCE, TESTS

DATA = json.loads((TESTS / "observe/data/observed.json").read_text(encoding="utf-8"))
NOT_FRAMEWORKS = {"__init__", "preset", "presets"}


def test_every_described_application_is_a_preset_and_no_other():
    assert sorted(preset.id for preset in PRESETS) == sorted(DATA)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_a_preset_has_the_design_and_the_standing_of_the_data(preset):
    row = DATA[preset.id]
    assert (preset.framework, dict(preset.switches)) == (row["framework"], row["design"])
    assert preset.measured == (row["expected"] is not None)
    assert preset.source
    check(design_of(preset))


def test_every_file_of_the_folder_is_in_the_list():
    files = {path.stem for path in (SOURCE / "presets").glob("*.py")} - NOT_FRAMEWORKS
    listed = {preset.id for preset in PRESETS}
    in_files = [preset.id for name in files for preset in importlib.import_module(f"sessionlab.presets.{name}").PRESETS]
    assert sorted(in_files) == sorted(listed)


def test_a_mistyped_name_is_answered_with_the_nearest():
    with pytest.raises(Trouble) as trouble:
        preset_named("djang_db")
    assert "django_db" in trouble.value.details["known"]


def test_a_name_like_none_is_answered_without_guesses():
    with pytest.raises(Trouble) as trouble:
        preset_named("zzz")
    assert trouble.value.code == "unlike_any_preset"
