"""Photograph the page for the documents, in headless Chromium: part of `scripts/pictures`."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import uvicorn
from playwright.sync_api import Page, sync_playwright

from sessionlab.web.app import make_app
from sessionlab.web.serve import listen

PROJECT = Path(__file__).resolve().parent.parent
CHROMIUM = os.environ.get("SESSIONLAB_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
SURVIVING = "1;b=visit,login,me,copy_credential,logout,me,replay;b=~7!invalidate_on_logout:false!1.t;here=2"


def _answer(page: Page) -> None:
    page.get_by_role("button", name="It depends").click()
    page.get_by_role("button", name="Play it").click()
    page.get_by_role("button", name="Play it with a token").click()
    page.locator(".ladder").nth(1).wait_for()


def _lab(page: Page) -> None:
    page.locator("#mean .place").first.wait_for()
    page.wait_for_timeout(400)


PICTURES: tuple[tuple[str, str, Literal["light", "dark"], Callable[[Page], None]], ...] = (
    ("docs/pictures/page-answer.png", "/", "light", _answer),
    ("docs/pictures/page-lab.png", f"/#{SURVIVING}", "dark", _lab),
)
"""Each with its path, what is opened, the colours, and what is done before the picture is taken."""


@contextmanager
def served() -> Iterator[str]:
    """A lab on a free port, as long as it is needed."""
    listening = listen("127.0.0.1", 18_965)
    server = uvicorn.Server(uvicorn.Config(make_app(), log_level="warning", access_log=False))
    thread = threading.Thread(target=lambda: server.run(sockets=[listening]), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


def main() -> None:
    """Take every picture, or say why none is taken."""
    if CHROMIUM is None:
        print("no Chromium here: the pictures of the page stay as they are")
        return
    with served() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for path, place, scheme, prepare in PICTURES:
            page = browser.new_page(
                viewport={"width": 1280, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
            )
            page.goto(url + place)
            prepare(page)
            page.evaluate("() => document.fonts.ready")
            page.screenshot(path=PROJECT / path, full_page=True)
            print(path)
        browser.close()


if __name__ == "__main__":
    main()
