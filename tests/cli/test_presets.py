"""`session-lab presets`."""

from __future__ import annotations

import json

from click.testing import CliRunner

from sessionlab.cli.main import lab
from sessionlab.presets.presets import PRESETS


def run(*arguments: str) -> str:
    return CliRunner().invoke(lab, ["presets", *arguments]).output


def test_all_are_listed():
    listed = run()
    assert [preset.id for preset in PRESETS if preset.id not in listed] == []


def test_one_is_told_on_one_screen_with_its_surprises():
    told = run("flask_permanent")
    assert "Logging out does not stop a copy" in " ".join(told.split())
    assert len(told.splitlines()) <= 60


def test_all_can_be_had_as_json():
    assert len(json.loads(run("--json"))) == len(PRESETS)
