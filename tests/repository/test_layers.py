"""Imports point only down the page, and what is pure stays pure."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.repository.project import PROJECT, SOURCE, inside, modules, tree

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


@pytest.mark.slow
def test_imports_keep_to_the_layers_and_pure_packages_stay_pure():
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    outcome = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True)
    assert outcome.returncode == 0, outcome.stdout


def test_every_pure_package_is_held_pure():
    assert contracts()["pure"]["source_modules"] == [f"sessionlab.{name}" for name in PURE]


def reads_the_clock(node: ast.AST) -> bool:
    """Whether this is `datetime.now` or its like; `datetime` itself is needed to read and write dates."""
    if not isinstance(node, ast.Attribute) or node.attr not in ("now", "utcnow", "today"):
        return False
    return ast.unparse(node.value).endswith(("datetime", "date"))


def test_nothing_pure_asks_what_time_it_is():
    pure = [path for path in modules() if path.relative_to(SOURCE).parts[0].removesuffix(".py") in PURE]
    assert len(pure) > len(PURE)
    assert [inside(path) for path in pure if any(map(reads_the_clock, ast.walk(tree(path))))] == []
    assert any(map(reads_the_clock, ast.walk(ast.parse("datetime.now(UTC)"))))


def test_the_architecture_page_shows_every_package():
    page = (PROJECT / "docs/architecture.md").read_text(encoding="utf-8")
    rows = [line.split("|")[2] for line in page.splitlines() if line.startswith("| ") and line.count("|") == 4]
    shown = set(re.findall(r"`(\w+)`", "".join(rows)))
    assert {name for row in contracts()["layers"]["layers"] for name in re.findall(r"\w+", row)} <= shown


def test_a_package_is_made_with_its_first_module():
    folders = [path for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"]
    empty = [folder.name for folder in folders if [path.name for path in folder.rglob("*.py")] == ["__init__.py"]]
    assert empty == []
