"""Imports point only down the page, and what is pure stays pure."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.repository.project import PROJECT, SOURCE

# The packages of the layers from ENGINES down, and the pure ones above: nothing in them may do input or output.
PURE = (
    "attacks",
    "browser",
    "card",
    "citation",
    "cookies",
    "deferred",
    "design",
    "engine",
    "errors",
    "explore",
    "http",
    "observe",
    "presets",
    "rules",
    "tokens",
    "value",
    "world",
)


def contracts() -> dict[str, dict[str, list[str]]]:
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text())["tool"]["importlinter"]
    return {contract["id"]: contract for contract in settings["contracts"]}


def exists(name: str) -> bool:
    return (SOURCE / f"{name}.py").exists() or (SOURCE / name / "__init__.py").exists()


@pytest.mark.slow
def test_imports_keep_to_the_layers_and_pure_packages_stay_pure():
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    outcome = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True)
    assert outcome.returncode == 0, outcome.stdout


def test_every_pure_package_that_exists_is_held_pure():
    assert contracts()["pure"]["source_modules"] == [f"sessionlab.{name}" for name in PURE if exists(name)]


def test_a_package_is_made_with_its_first_module():
    folders = [path for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"]
    empty = [folder.name for folder in folders if [path.name for path in folder.rglob("*.py")] == ["__init__.py"]]
    assert empty == []
