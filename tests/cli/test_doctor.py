"""What the doctor finds."""

from __future__ import annotations

import json

from click.testing import CliRunner

from sessionlab.cli import doctor
from sessionlab.cli.doctor import Check, examine, line, requirements
from sessionlab.cli.main import lab


def test_here_the_lab_can_work():
    outcome = CliRunner().invoke(lab, ["doctor"])
    assert outcome.exit_code == 0
    assert "Everything that the lab needs is here." in outcome.output


def test_it_looks_for_the_packages_that_the_project_names():
    assert {"click", "msgspec", "rich"} <= set(requirements())
    assert "joserfc" in requirements("app")
    assert "joserfc" not in requirements()


def test_its_findings_can_be_had_as_json():
    outcome = CliRunner().invoke(lab, ["doctor", "--json"])
    found = {check["name"]: check["found"] for check in json.loads(outcome.output)}
    assert found["click"]
    assert found["Python"]


def test_something_missing_that_is_needed_is_named_and_fails(monkeypatch):
    monkeypatch.setattr(doctor, "examine", lambda: (Check("package", "click", None, True),))
    outcome = CliRunner().invoke(lab, ["doctor"])
    assert outcome.exit_code == 1
    assert "cannot work without: click" in outcome.output


def test_something_missing_that_is_not_needed_is_shown_and_no_failure(monkeypatch):
    monkeypatch.setattr(doctor, "examine", lambda: (Check("browser", "Chromium", None, False),))
    outcome = CliRunner().invoke(lab, ["doctor"])
    assert outcome.exit_code == 0
    assert "Chromium           not found" in outcome.output


def test_a_line_tells_what_a_thing_is_for():
    assert line(Check("app", "joserfc", "1.0", False)).endswith("to serve a design as a real application")


def test_each_thing_is_looked_for_once():
    names = [check.name for check in examine()]
    assert sorted(set(names)) == sorted(names)
