"""Modules that are served as one."""

from __future__ import annotations

import re
import shutil
import subprocess
from importlib import resources
from pathlib import Path

import pytest

from sessionlab.web.joined import EXPORT, IMPORT, closure, joined
from sessionlab.web.statics import ENTRY, LAB, read_files

SUM = """import { one as single } from "../one.js";
import { told } from "../told.js";
export const three = single() * 3;
told(three);
"""
MAIN = """import { three } from "./part/sum.js";
import { told } from "./told.js";
export const six = three + three;
told(six);
"""
FILES = {
    "main.js": MAIN,
    "part/sum.js": SUM,
    "one.js": "export function one() {\n  return 1;\n}\n",
    "told.js": "export function told(what) {\n  console.log(what);\n}\n",
}
APART = frozenset({"told.js"})


@pytest.mark.skipif(shutil.which("node") is None, reason="no node here")
def test_what_is_joined_does_the_same(tmp_path: Path):
    (tmp_path / "told.js").write_text(FILES["told.js"])
    (tmp_path / "main.js").write_text(joined(FILES, "main.js", APART))
    (tmp_path / "package.json").write_text('{"type": "module"}')
    (tmp_path / "use.js").write_text('import { six } from "./main.js";\nconsole.log("six is", six);\n')
    done = subprocess.run(["node", "use.js"], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("3\n6\nsix is 6\n", "")


def test_what_remembers_something_stays_apart_and_is_imported_once():
    assert re.findall(r'from "([^"]+)"', joined(FILES, "main.js", APART)) == ["./told.js"]


def test_what_is_loaded_later_is_found_from_the_joined_module():
    files = {
        "main.js": 'import { later } from "./view/a.js";\nexport const go = later;\n',
        "view/a.js": 'export const later = () => import("./b.js").then(() => {});\n',
    }
    assert 'import("./view/b.js")' in joined(files, "main.js", frozenset())


def test_a_circle_is_refused():
    files = {"a.js": 'import { b } from "./b.js";', "b.js": 'import { a } from "./a.js";'}
    with pytest.raises(ValueError, match=r"a\.js → b\.js → a\.js"):
        joined(files, "a.js", frozenset())


def modules() -> dict[str, str]:
    folder = Path(str(resources.files("sessionlab.web") / "static"))
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.js")}


def test_the_page_s_modules_use_what_is_understood_and_nothing_else():
    for path, text in modules().items():
        assert len(re.findall(r"^import\b", text, re.MULTILINE)) == len(IMPORT.findall(text)), path
        assert len(re.findall(r"^export\b", text, re.MULTILINE)) == len(EXPORT.findall(text)), path


def test_the_lab_is_one_module_that_shares_what_the_first_screen_has():
    lab = read_files()[LAB].content.decode()
    taken = {f"{path}" for path in re.findall(r'^import .* from "\./([^"]+)"', lab, re.MULTILINE)}
    assert taken <= closure(modules(), ENTRY)
    assert "export const { makeLab }" in lab


def test_the_page_asks_at_once_for_the_modules_that_its_first_one_needs():
    page = read_files()["index.html"].content.decode()
    assert set(re.findall(r'modulepreload" href="/static/([^"]+)"', page)) == closure(modules(), ENTRY) - {ENTRY}
