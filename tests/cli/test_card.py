"""`session-lab card`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sessionlab.cli.main import lab
from sessionlab.errors import Trouble


def run(*arguments: str):
    return CliRunner().invoke(lab, ["card", *arguments])


def answers(*arguments: str) -> dict[str, str]:
    told = json.loads(run(*arguments, "--json").output)
    return {one["id"]: one["answer"] for one in told["experiments"]}


def test_a_preset_a_file_and_choices_make_the_design(tmp_path: Path):
    design = tmp_path / "mine.toml"
    design.write_text('session_type = "jwt"\n')
    assert answers("--preset", "flask_permanent")["C2_logout_copy"] == "alive"
    assert answers("--design", str(design))["A7_decode"] == "readable"
    assert answers("--set", "idle_timeout=server_side")["C8_expiry_untouched"] == "dead_at_limit(idle_timeout)"


@pytest.mark.parametrize(
    "second", [("--against", "flask_permanent"), ("--against", "session_type=jwt"), ("--against", "FILE")]
)
def test_a_second_design_is_a_preset_a_file_or_other_choices(second: tuple[str, str], tmp_path: Path):
    design = tmp_path / "mine.json"
    design.write_text('{"session_type": "jwt"}')
    told = json.loads(run("--against", second[1].replace("FILE", str(design)), "--json").output)
    assert "C2_logout_copy" in told["differences"]
    assert told["a"]["design"]["session_type"] == "server_session"
    assert told["b"]["design"]["session_type"] != "server_session"


def test_choices_change_a_second_preset():
    told = json.loads(run("--against", "django_db", "--against", "rotate_after_login=false", "--json").output)
    assert told["b"]["design"]["rotate_after_login"] is False


@pytest.mark.parametrize(
    ("way", "beginning"), [("--markdown", "# The session card"), ("--html", "<!doctype html>"), ("--json", "{")]
)
def test_a_card_can_be_written_in_other_ways(way: str, beginning: str):
    assert run("--preset", "tomcat_naive", way).output.startswith(beginning)
    assert run("--preset", "tomcat_naive", "--against", "express_session", way).exit_code == 0


def test_the_card_is_drawn():
    assert "Where does the meaning live?" in run("--preset", "tomcat_naive").output
    assert "experiments give another answer" in run("--preset", "tomcat_naive", "--against", "express_session").output


@pytest.mark.parametrize(
    "arguments",
    [
        ("--preset", "djagno"),
        ("--set", "http_olny=true"),
        ("--design", "nowhere.json"),
        ("--against", "djagno"),
        ("--against", "django_db", "--against", "flask_permanent"),
        ("--set", "session_type=jwt", "--set", "client_storage=local_storage"),
        ("--policy", "lynx"),
    ],
)
def test_bad_input_is_refused(arguments: tuple[str, ...]):
    assert isinstance(run(*arguments).exception, Trouble)
