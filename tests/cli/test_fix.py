"""`session-lab fix`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sessionlab.cli.main import lab
from sessionlab.errors import Trouble


def fix(*arguments: str) -> Result:
    return CliRunner().invoke(lab, ["fix", *arguments])


def test_the_least_change_is_told() -> None:
    told = fix("replay_after_logout", "--set", "invalidate_on_logout=false").output
    assert "invalidate_on_logout=true" in told


def test_for_an_attack_that_fails_it_is_told_how_little_is_missing() -> None:
    told = json.loads(fix("script_reads_cookie", "--json").output)["advice"]
    assert [(one["kind"], one["changes"]) for one in told] == [("break", [{"http_only": False}])]


def test_one_change_is_sought_that_stops_all_that_are_named() -> None:
    weak = ("--set", "http_only=false", "--set", "invalidate_on_logout=false")
    told = json.loads(fix("script_reads_cookie", "replay_after_logout", "--json", *weak).output)["advice"]
    assert {"http_only": True, "invalidate_on_logout": True} in told[0]["changes"]


def test_a_framework_is_advised() -> None:
    told = json.loads(fix("replay_after_logout", "--preset", "flask_permanent", "--json").output)["advice"]
    assert told[0]["kind"] == "fix"
    assert told[0]["changes"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("works_after_restart",), "not_an_attack"),
        (("replay_after_logout", "--keep", "script_reads_cookie"), "not_to_be_kept"),
        (("replay_after_logot",), "unknown_name"),
        (("replay_after_logout", "--set", "http_only=maybe"), "not_yes_or_no"),
    ],
)
def test_a_wrong_question_is_refused(arguments: tuple[str, ...], code: str) -> None:
    trouble = fix(*arguments).exception
    assert isinstance(trouble, Trouble)
    assert trouble.code == code


def test_the_browser_of_a_design_file_counts_as_it_does_for_an_attack(tmp_path: Path) -> None:
    file = tmp_path / "design.toml"
    file.write_text('same_site = "none"\nthird_party_cookies = "blocked"\n', encoding="utf-8")
    told = json.loads(fix("csrf_fetch_post", "--design", str(file), "--json").output)["advice"]
    assert [one["kind"] for one in told] == ["break"]
    played = CliRunner().invoke(lab, ["attack", "csrf_fetch_post", "--design", str(file), "--json"])
    assert json.loads(played.output)["reached"] is False
