"""What tests do on the page, and what they read from it."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page, expect


def press(page: Page, *keys: str) -> None:
    """Press keys, each after the page has shown what the one before did."""
    for key in keys:
        before = page.url
        page.keyboard.press(key)
        settle(page, before)


def settle(page: Page, before: str | None = None) -> None:
    """Wait until the page has drawn what was asked of it."""
    for _ in range(60):
        if page.url != before:
            break
        page.wait_for_timeout(25)


def step(page: Page, verb: str) -> None:
    """Click one of the seven steps."""
    before = page.url
    page.locator(f"button.step[data-verb={verb}]").click()
    settle(page, before)


def title(page: Page) -> str:
    return page.locator("#title").inner_text()


def shown(page: Page) -> int:
    """The number of the exchange that is shown."""
    now = page.locator(".tick.now .n")
    return int(now.inner_text()) if now.count() else 0


def branches(page: Page) -> int:
    return page.locator(".branch").count()


def state_of(page: Page) -> str:
    return page.locator("section[aria-labelledby=state-title] .word").inner_text()


def violations(page: Page, axe: str) -> list[str]:
    """What axe finds, each with where it is."""
    result: Any = page.evaluate(f"() => {{ {axe}; return axe.run(document, {{resultTypes: ['violations']}}); }}")
    return [json.dumps([one["id"], [node["target"] for node in one["nodes"]][:3]]) for one in result["violations"]]


def no_side_scroll(page: Page) -> None:
    wide = page.evaluate("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide[0] <= wide[1], wide


__all__ = [
    "branches",
    "expect",
    "no_side_scroll",
    "press",
    "settle",
    "shown",
    "state_of",
    "step",
    "title",
    "violations",
]
