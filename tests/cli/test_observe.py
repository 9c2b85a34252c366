"""`session-lab observe`."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from sessionlab.cli.main import lab
from sessionlab.errors import Trouble

OBSERVED = json.loads((Path(__file__).parents[1] / "observe/data/observed.json").read_text(encoding="utf-8"))


def run(*arguments: str):
    return CliRunner().invoke(lab, ["observe", *arguments])


def test_a_preset_is_observed_with_the_keys_and_values_of_the_measurement():
    assert (
        json.loads(run("--preset", "tomcat_naive", "--json").output).items()
        >= OBSERVED["tomcat_naive"]["expected"].items()
    )


def test_a_design_is_observed_without_any_preset(tmp_path: Path):
    design = tmp_path / "mine.json"
    design.write_text('{"session_type": "jwt"}')
    assert json.loads(run("--design", str(design), "--json").output)["copy_after_logout"] == "alive"
    revoked = run("--design", str(design), "--set", "token_revocation=denylist", "--json").output
    assert json.loads(revoked)["copy_after_logout"] == "dead"


def test_a_choice_changes_a_preset():
    assert "attacker_in" in run("--preset", "django_db", "--set", "rotate_after_login=false").output


def test_an_unknown_preset_is_refused():
    assert isinstance(run("--preset", "djagno").exception, Trouble)
