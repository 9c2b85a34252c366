"""The page can be used by everybody: axe finds nothing, nothing scrolls sideways, the keyboard does everything."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.faces.web.conftest import Opener
from tests.faces.web.page import expect, no_side_scroll, press, title, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STORY = "1;b=visit,login,me,copy_credential,logout,me,replay"
TWO = f"{STORY};b=~7!session_type:jwt!1.t;here=2;beside=1"
CROSS = "1;b=visit,login,device2:login,cross_site_request=img:/me,force_plaintext"


def first(page: Page) -> None:
    page.get_by_role("button", name="Play it").wait_for()


def answered(page: Page) -> None:
    page.get_by_role("button", name="Play it").click()
    page.get_by_role("button", name="Play it with a token").click()
    expect(page.locator(".ladder")).to_have_count(2)


def drawn(page: Page) -> None:
    page.locator("button.step").first.wait_for()
    page.locator("#mean .place").first.wait_for()


def everything_open(page: Page) -> None:
    drawn(page)
    page.get_by_role("button", name="More", exact=True).click()
    fold = page.locator(".fold")
    if fold.is_visible():
        fold.click()
    page.locator("[data-key=more-switches]").click()
    page.locator("#switch-search").wait_for()


def editing(page: Page) -> None:
    drawn(page)
    page.locator('[data-key="edit-victim-session_id"]').click()
    page.locator("#edit-value").fill("a_b")
    page.locator("[data-key=edit-change]").click()
    expect(page.locator("#edit-wrong")).to_be_visible()


def panel(name: str):
    def opened(page: Page) -> None:
        drawn(page)
        page.locator(f"#{name}-button").click()
        page.locator(f"#{name}-panel h2").wait_for()
        inside = page.locator(f"#{name}-panel").bounding_box()
        wide = page.evaluate("() => document.documentElement.clientWidth")
        assert inside is not None
        assert inside["x"] >= 0
        assert inside["x"] + inside["width"] <= wide

    return opened


def frameworks(page: Page) -> None:
    panel("presets")(page)
    page.locator("[data-preset=php_naive_strict] summary").click()
    page.get_by_role("button", name="Put it beside").wait_for()


def asked(page: Page) -> None:
    drawn(page)
    page.locator("button.step[data-verb=logout]").focus()
    press(page, "o")
    page.keyboard.press("m")
    expect(page.locator("#title")).to_contain_text("Before you see it")


def story(page: Page) -> None:
    panel("stories")(page)
    page.locator(".story-list button").nth(4).click()
    page.get_by_role("button", name="See what happens").click()
    page.locator("#beside table").wait_for()


def explained(page: Page) -> None:
    page.locator("#fate").wait_for()


VIEWS = {
    "first screen": ("/", first),
    "answer": ("/", answered),
    "fresh lab": ("/#1;at=0;b=", drawn),
    "story told": (f"/#{STORY}", drawn),
    "side by side": (f"/#{TWO}", drawn),
    "an edit by hand": ("/#1;b=visit,login", editing),
    "two instances": ("/#1;b=login,me!app_instances:two,store_scope:per_instance,session_store:process_memory", drawn),
    "other memories": (
        "/#1;b=login=remember,refresh,me!session_type:jwt,refresh_tokens:rotating,remember_me:stored_token",
        drawn,
    ),
    "a program": ("/#1;b=login,me!session_type:api_key", drawn),
    "withheld": (f"/#{CROSS}", drawn),
    "everything open": (f"/#{STORY}", everything_open),
    "stories": ("/#1;b=visit", panel("stories")),
    "frameworks": ("/#1;b=visit", frameworks),
    "share": ("/#1;b=visit", panel("share")),
    "files": ("/#1;b=visit", panel("files")),
    "settings": ("/#1;b=visit", panel("settings")),
    "keys": ("/#1;b=visit", panel("keys")),
    "question": ("/#1;b=visit,login,me", asked),
    "a story": ("/#1;at=0;b=", story),
    "broken link": ("/#nonsense", drawn),
    "explainer": ("/cookie", explained),
    "explainer, refused": ("/cookie#line=a%3D1%3B+SameSite%3DNone&url=https%3A%2F%2Fa.example%2F", explained),
}


@pytest.fixture(scope="session")
def axe(npm: Path) -> str:
    return (npm / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("wide", [1280, 360])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(opened: Opener, axe: str, view: str, wide: int, scheme: str):
    path, arrive = VIEWS[view]
    page = opened(path, wide=wide, scheme=scheme)
    arrive(page)
    page.evaluate("() => document.fonts.ready")
    assert violations(page, axe) == []
    no_side_scroll(page)


def test_axe_finds_what_is_planted(opened: Opener, axe: str):
    page = opened("/")
    first(page)
    page.evaluate("() => document.body.append(document.createElement('img'))")
    assert any("image-alt" in one for one in violations(page, axe))


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_scrolls_sideways_at_320(opened: Opener, view: str):
    path, arrive = VIEWS[view]
    page = opened(path, wide=320)
    arrive(page)
    no_side_scroll(page)


@pytest.mark.parametrize("view", ["first screen", "story told", "explainer"])
def test_text_can_be_twice_as_large(opened: Opener, view: str):
    path, arrive = VIEWS[view]
    page = opened(path, wide=640)
    page.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
    arrive(page)
    no_side_scroll(page)


def test_the_keyboard_alone_does_a_whole_play(opened: Opener):
    page = opened("/#1;at=0;b=")
    drawn(page)
    for key in "vl":
        press(page, key)
    page.keyboard.press("m")
    expect(page.locator("#title")).to_contain_text("Before you see it")
    press(page, "1")
    press(page, "c", "o")
    page.keyboard.press("r")
    expect(page.locator("#title")).to_contain_text("Before you see it")
    press(page, "2")
    assert title(page) == "The copy is worth nothing."
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.dataset.switch") == "invalidate_on_logout":
            break
    press(page, "Space")
    assert title(page) == "The copy still works."
    assert page.evaluate("() => document.activeElement.dataset.switch") == "invalidate_on_logout"


def test_focus_can_be_seen(opened: Opener):
    page = opened("/#1;b=visit,login")
    drawn(page)
    for _ in range(25):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            """() => {
                const one = document.activeElement;
                const style = getComputedStyle(one.matches('.seg input') ? one.nextElementSibling : one);
                return [style.outlineStyle, parseFloat(style.outlineWidth), one.outerHTML.slice(0, 80)];
            }"""
        )
        assert outline[0] != "none", outline
        assert outline[1] >= 2, outline


def test_the_skip_link_leads_past_the_tools(opened: Opener):
    page = opened("/#1;b=visit")
    drawn(page)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "main"


def test_a_theme_can_be_chosen_and_is_kept(opened: Opener):
    page = opened("/#1;b=visit", scheme="light")
    drawn(page)
    before = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    page.locator("#settings-button").click()
    page.get_by_label("Dark", exact=True).check(force=True)
    after = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert before != after
    page.reload()
    drawn(page)
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == after


def test_with_reduced_motion_nothing_moves(opened: Opener):
    page = opened(f"/#{STORY}")
    drawn(page)
    assert page.evaluate("() => document.getAnimations().length") == 0
    assert page.locator(".lane .dot").count() > 0


def test_the_landmarks_and_headings_are_there(opened: Opener):
    page = opened(f"/#{STORY}")
    drawn(page)
    roles: tuple[Literal["banner", "main", "navigation", "contentinfo"], ...]
    roles = ("banner", "main", "navigation", "contentinfo")
    for role in roles:
        assert page.get_by_role(role).count() == 1
    assert page.locator("h1").count() == 1
