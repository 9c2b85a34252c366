"""The page in a real browser: one server, one Chromium, a fresh page for each test."""

from __future__ import annotations

import re
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from sessionlab.web.app import make_app
from sessionlab.web.serve import listen

HERE = Path(__file__).resolve().parent
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def npm() -> Path:
    """The folder with the packages of `package.json`; installed from the registry that npm knows, by name."""
    packages = HERE / "node_modules"
    if not (packages / "axe-core").exists() or not (packages / "typescript").exists():
        if shutil.which("npm") is None:
            pytest.skip("No npm here, so the checkers that come from it cannot be installed.")
        command = ["npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
        subprocess.run(command, cwd=HERE, check=True, timeout=300)
    return packages


@pytest.fixture(scope="session")
def lab() -> Iterator[str]:
    """The URL of a lab that is being served."""
    listening = listen("127.0.0.1", 18_765)
    server = uvicorn.Server(uvicorn.Config(make_app(), log_level="warning", access_log=False))
    thread = threading.Thread(target=lambda: server.run(sockets=[listening]), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    listening.close()


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """Debian's Chromium. It ends with the module: as long as it lives, no other test can run an event loop."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def forgiven() -> list[str]:
    """Expressions for what a browser may complain of in a test. What the server refuses is told, and handled."""
    return [r"status of 422"]


@pytest.fixture
def opened(browser: Browser, lab: str, forgiven: list[str]) -> Iterator[Opener]:
    """Open the page; at the end nothing may have gone wrong in it, and nothing may have left its origin."""
    wrong: list[str] = []
    contexts = []

    def note(page: Page) -> None:
        page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith((lab, "blob:")) else wrong.append(asked.url))

    def open_page(path: str = "/", *, wide: int = 1280, high: int = 800, scheme: Any = "light", **more: Any) -> Page:
        context = browser.new_context(
            viewport={"width": wide, "height": high}, color_scheme=scheme, reduced_motion="reduce", **more
        )
        context.set_default_timeout(8000)
        contexts.append(context)
        page = context.new_page()
        note(page)
        page.goto(lab + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [one for one in wrong if not any(re.search(each, one) for each in forgiven)] == []


@pytest.fixture
def entered(opened: Opener) -> Opener:
    """Open the lab itself, past the first screen, with the single keys on and no questions asked."""

    def open_lab(fragment: str = "#1;at=0;b=", *, predict: bool = False, **more: Any) -> Page:
        page = opened("/", **more)
        page.evaluate("predict => localStorage.setItem('session-lab', JSON.stringify({predict}))", predict)
        page.evaluate("fragment => { location.hash = fragment }", fragment)
        page.reload()
        page.locator("button.step").first.wait_for()
        return page

    return open_lab
