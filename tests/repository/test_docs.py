"""The documents' links lead somewhere, and what they name exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sessionlab import __version__
from sessionlab.render.form.exchange import Exchange
from sessionlab.world.verbs import VERBS
from tests.repository.project import PROJECT, inside, tracked_files

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
PATH = re.compile(r"`((?:src|tests|scripts|docs|bench|requirements)/[\w./-]*|\.ci/run)`")
CODE = re.compile(r"```.*?```", re.DOTALL)


def documents() -> list[Path]:
    return [path for path in tracked_files() if path.suffix == ".md" and not {"data", "conformance"} & set(path.parts)]


def anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ +(.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", documents(), ids=inside)
def test_links_lead_somewhere(path: Path):
    dead = []
    for link in LINK.findall(CODE.sub("", path.read_text(encoding="utf-8"))):
        if link.startswith(("https://", "http://", "mailto:")):
            continue
        place, _, anchor = link.partition("#")
        target = (path.parent / place).resolve() if place else path
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(link)
    assert dead == []


@pytest.mark.parametrize("path", documents(), ids=inside)
def test_the_paths_that_a_document_names_exist(path: Path):
    named = PATH.findall(path.read_text(encoding="utf-8"))
    plain = [path for path in named if not re.search(r"[A-Z]{3,}", Path(path).stem)]
    assert [path for path in plain if not (PROJECT / path).exists()] == []


def test_the_page_of_the_trace_names_every_part_of_an_exchange():
    table = (PROJECT / "docs/trace.md").read_text().partition("## An exchange")[2].partition("## ")[0]
    first_column = [row.split("|")[1] for row in table.splitlines() if row.startswith("|")]
    named = re.findall(r"`(\w+)`", "".join(first_column))
    assert sorted(named) == sorted(Exchange.__struct_fields__)


def test_the_page_about_the_page_names_every_key():
    keys = (PROJECT / "docs/page.md").read_text().partition("## Keys")[2].partition("## ")[0]
    assert [verb.name for verb in VERBS if verb.key and f"`{verb.key.upper()}`" not in keys] == []


def test_the_changelog_names_the_current_version():
    assert re.search(rf"^## {re.escape(__version__)}\b", (PROJECT / "CHANGELOG.md").read_text(), re.MULTILINE)


def test_the_readme_names_the_two_commands():
    text = (PROJECT / "README.md").read_text()
    assert "scripts/lab" in text
    assert "scripts/test" in text
