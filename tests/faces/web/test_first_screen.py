"""The first screen: within three clicks a newcomer has seen a copied session survive, or not, and knows why."""

from __future__ import annotations

import pytest

from tests.faces.web.conftest import Opener
from tests.faces.web.page import expect, no_side_scroll, title

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("wide", [1280, 360])
def test_three_clicks_to_the_first_insight(opened: Opener, wide: int):
    page = opened(wide=wide)
    expect(page.locator("#title")).to_have_text("You log out. Somebody has a copy of your session. Are you safe?")
    page.get_by_role("button", name="No", exact=True).click()
    page.get_by_role("button", name="Play it").click()
    lit = page.locator(".rung.lit")
    expect(lit).to_contain_text("Delete the record")
    expect(page.locator(".verdict")).to_contain_text("The copy died with the logout")
    page.get_by_role("button", name="Play it with a token").click()
    expect(page.locator(".ladder")).to_have_count(2)
    expect(page.locator(".verdict").nth(1)).to_contain_text("The copy survived the logout")
    assert title(page).startswith("It depends")
    no_side_scroll(page)


def test_one_can_play_without_predicting(opened: Opener):
    page = opened()
    page.get_by_role("button", name="Play it").click()
    expect(page.locator(".rung")).to_have_count(7)


def test_the_first_screen_has_no_switches_and_asks_nothing_more(opened: Opener):
    page = opened()
    page.get_by_role("button", name="Play it").wait_for()
    assert page.locator("[role=switch], dialog, [role=dialog]").count() == 0
    assert page.get_by_role("button").count() == 5


def test_the_lab_opens_with_both_plays(opened: Opener):
    page = opened()
    page.get_by_role("button", name="Play it").click()
    page.get_by_role("button", name="Play it with a token").click()
    page.get_by_role("button", name="Look inside").click()
    expect(page.locator(".branch")).to_have_count(2)
    expect(page.locator("#title")).to_have_text("The copy still works.")
    expect(page.locator("#beside table tbody tr")).to_have_count(7)


def test_one_can_skip_to_the_lab(opened: Opener):
    page = opened()
    page.get_by_role("button", name="Skip to the lab").click()
    expect(page.locator("#title")).to_have_text("A session begins as absence.")


def test_the_keyboard_alone_gets_there(opened: Opener):
    page = opened()
    page.get_by_role("button", name="Play it").wait_for()
    names = []
    for _ in range(8):
        page.keyboard.press("Tab")
        names.append(page.evaluate("() => document.activeElement.textContent"))
        if names[-1] == "Play it":
            break
    assert names[-1] == "Play it"
    page.keyboard.press("Enter")
    expect(page.locator(".rung.lit")).to_have_count(1)
