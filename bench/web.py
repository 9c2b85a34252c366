"""The page and its server: how soon something is seen, how much is loaded, how many learners one worker carries.

python bench/web.py           everything; needs Chromium for the page itself
python bench/web.py --quick   the server alone

Each figure stands beside its target. "Different plays" ask for another seed number each time, so that nothing can come
from memory; "one story" is a class that plays the same.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sessionlab.world.play import STORY

PORT = 18_865
STEPS = "vlmcomrxnt" * 4
PROGRAM = "from sessionlab.cli.main import main; main(['serve', '--no-open', '--port', '{port}'])"


def main() -> None:
    """Measure and print."""
    with serving() as (port, process):
        rss = resident(process)
        print(f"memory of the server at its start: {rss:.1f} MB")
        for name, seeds in (("different plays", True), ("one story", False)):
            rate, p99 = asyncio.run(plays(port, 32, 4.0, seeds))
            print(f"{name}, 7 actions, 32 connections: {rate:.0f} plays/s (target 1,000), p99 {p99:.0f} ms")
        rate, p99 = asyncio.run(plays(port, 1000, 8.0, True))
        print(f"different plays, 1,000 connections: {rate:.0f} plays/s, p99 {p99:.0f} ms")
        print(f"memory after 1,000 connections: {resident(process):.1f} MB (target 60)")
        if "--quick" not in sys.argv:
            page(port)


@contextmanager
def serving() -> Iterator[tuple[int, int]]:
    """A server of its own process, as `session-lab serve` starts it: its port and its process."""
    program = PROGRAM.format(port=PORT)
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, env=environment) as lab:
        assert lab.stdout is not None
        found = re.search(r":(\d+)/", lab.stdout.readline())
        assert found is not None
        try:
            yield int(found[1]), lab.pid
        finally:
            lab.terminate()


def resident(process: int) -> float:
    """The resident memory of a process in MB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


async def plays(port: int, connections: int, seconds: float, different: bool) -> tuple[float, float]:
    """So many connections ask for plays as fast as they are answered: plays a second, and the 99th percentile in ms."""
    times: list[float] = []
    end = time.perf_counter() + seconds
    await asyncio.gather(*(_learner(port, number, end, times, different) for number in range(connections)))
    return len(times) / seconds, statistics.quantiles(times, n=100)[98] * 1000


async def _learner(port: int, number: int, end: float, times: list[float], different: bool) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    seed = number * 100_000
    while time.perf_counter() < end:
        seed += 1
        body = json.dumps({"actions": STORY, "seed": seed if different else 1}).encode()
        begun = time.perf_counter()
        writer.write(_request(body))
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), head
        await reader.readexactly(int(head.split(b"content-length: ")[1].split(b"\r\n")[0]))
        times.append(time.perf_counter() - begun)
    writer.close()


def _request(body: bytes) -> bytes:
    head = (
        f"POST /api/play HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    )
    return f"{head}\r\n\r\n".encode() + body


def page(port: int) -> None:
    """What a person waits for, in headless Chromium."""
    from playwright.sync_api import sync_playwright

    chromium = os.environ.get("SESSIONLAB_CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        print("no Chromium here, so the page was not measured")
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        url = f"http://127.0.0.1:{port}/"
        first = [_first_step(browser, url) for _ in range(5)]
        print(f"page to first step: {statistics.median(first):.0f} ms (target 300), worst {max(first):.0f}")
        times = _steps(browser, url)
        p95 = statistics.quantiles(times, n=20)[18]
        print(f"a step: median {statistics.median(times):.1f} ms, p95 {p95:.1f} ms (target 30)")
        count, code, everything = _weight(browser, url)
        print(f"first view: {count} requests (target 30), {code / 1000:.0f} kB of code (target 150)")
        print(f"first view in all, fonts and data too: {everything / 1000:.0f} kB")
        browser.close()


def _first_step(browser: Any, url: str) -> float:
    """From asking for the page until its first step is drawn, the step being pressed as soon as it is there."""
    page = browser.new_page()
    begun = time.perf_counter()
    page.goto(f"{url}#1;at=0;b=")
    page.locator("button.step").first.click()
    page.locator(".tick").first.wait_for()
    taken = (time.perf_counter() - begun) * 1000
    page.close()
    return taken


WATCH = """keys => new Promise(done => {
    const times = [];
    let begun = 0;
    const say = document.getElementById('say');
    const press = () => {
        const key = keys[times.length];
        if (key === undefined) return done(times);
        begun = performance.now();
        document.body.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
    };
    new MutationObserver(() => requestAnimationFrame(() => {
        times.push(performance.now() - begun);
        setTimeout(press, 60);
    })).observe(say, {childList: true, subtree: true, characterData: true});
    press();
})"""


def _steps(browser: Any, url: str) -> list[float]:
    """From a key until the next frame after its step was drawn, in the page's own clock."""
    page = browser.new_page()
    page.goto(url)
    page.evaluate("() => localStorage.setItem('session-lab', JSON.stringify({predict: false}))")
    page.goto(f"{url}#1;at=0;b=")
    page.reload()
    page.locator("button.step").first.wait_for()
    times: list[float] = page.evaluate(WATCH, list("vlmcv" * 6))
    page.close()
    return times


def _weight(browser: Any, url: str) -> tuple[int, int, int]:
    """Requests and octets of the first screen: how many, of code, in all."""
    page = browser.new_page()
    sizes: dict[str, int] = {}
    page.on("response", lambda answer: sizes.update({answer.url: len(answer.body())}))
    page.goto(url)
    page.locator("[data-key=play-intro]").wait_for()
    page.wait_for_timeout(500)
    code = sum(size for name, size in sizes.items() if name.endswith((".js", ".css", "/")))
    page.close()
    return len(sizes), code, sum(sizes.values())


if __name__ == "__main__":
    main()
