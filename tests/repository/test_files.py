"""No file of the project knows the machine it was written on; pins are complete; generated files are fresh."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from scripts.generate import stale
from tests.repository.project import PROJECT, inside, tracked_files

# Put together from pieces, so that this file does not contain what it looks for.
REGISTRIES = ("py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "deb.deb" + "ian.org")
MACHINE = re.compile("|".join([*map(re.escape, REGISTRIES), "/wo" + r"rk/\w", "/ro" + r"ot/\w", r"/home/\w+/"]))
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    return {found["name"]: found["version"] for found in PIN.finditer((PROJECT / "requirements" / name).read_text())}


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")


def test_no_file_names_the_machine_it_was_made_on_or_a_package_registry():
    found = {inside(path): match[0] for path in tracked_files() if (match := MACHINE.search(text_of(path)))}
    assert found == {}


@pytest.mark.parametrize("name", ["runtime.txt", "build.txt", "dev.txt"])
def test_pins_have_hashes_and_no_address(name: str):
    text = (PROJECT / "requirements" / name).read_text()
    entries = [entry for entry in re.split(r"\n(?=\S)", text) if "==" in entry]
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text


def test_every_dependency_is_pinned():
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())
    runtime = [*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["app"]]
    wanted = [re.split(r"[^\w.-]", each)[0] for each in (*runtime, *project["dependency-groups"]["dev"])]
    assert [name for name in wanted if name not in pins("dev.txt")] == []
    assert [name for name in wanted[: len(runtime)] if name not in pins("runtime.txt")] == []


def test_what_is_run_and_what_is_tested_are_the_same_versions():
    assert pins("runtime.txt").items() <= pins("dev.txt").items()
    assert pins("build.txt").items() <= pins("dev.txt").items()


def test_generated_files_are_fresh():
    assert stale() == [], "run scripts/generate"
