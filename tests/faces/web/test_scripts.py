"""The page's modules: typed, their logic tested, and small."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.faces.web.conftest import HERE, Opener

pytestmark = [pytest.mark.slow]


def run(*command: str) -> None:
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.browser
def test_the_modules_are_typed(npm: Path):
    run("node", str(npm / "typescript" / "bin" / "tsc"), "-p", "tsconfig.json")


@pytest.mark.skipif(shutil.which("node") is None, reason="no node here")
def test_the_logic_of_the_modules(tmp_path: Path):
    run("node", "--test", "logic/")


@pytest.mark.browser
def test_the_first_view_is_light(opened: Opener):
    sizes: dict[str, int] = {}
    page = opened("/cookie")
    page.on("response", lambda answer: sizes.update({answer.url: len(answer.body())}))
    page.goto(page.url.partition("/cookie")[0] + "/")
    page.get_by_role("button", name="Play it").wait_for()
    page.wait_for_timeout(400)
    code = {url: size for url, size in sizes.items() if url.endswith((".js", ".css", "/"))}
    assert len(sizes) <= 30, sorted(sizes)
    assert sum(code.values()) <= 150_000
