"""A browser test that does not run is a skip, or where a browser is required a failure."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository.project import PROJECT

SKIPPED = """
import pytest

@pytest.mark.browser
def test_something_in_a_browser():
    pytest.skip("no reason")

def test_something_else():
    pytest.skip("no reason")
"""

pytestmark = pytest.mark.slow


def summary(folder: Path, required: str) -> str:
    """The last line of pytest's report on a run in which both tests are skipped."""
    path = folder / "test_skipped.py"
    path.write_text(SKIPPED)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "tests.conftest",
        "-c",
        str(PROJECT / "pyproject.toml"),
        str(path),
    ]
    environment = {**os.environ, "SESSIONLAB_REQUIRE_BROWSER": required}
    output = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, env=environment).stdout
    return output.splitlines()[-1]


def test_a_skipped_browser_test_is_a_skip_where_no_browser_is_required(tmp_path: Path):
    assert summary(tmp_path, "").startswith("2 skipped")


def test_a_skipped_browser_test_is_a_failure_where_a_browser_is_required(tmp_path: Path):
    assert summary(tmp_path, "1").startswith("1 failed, 1 skipped")
