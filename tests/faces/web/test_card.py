"""The session card on the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.faces.web.conftest import Opener
from tests.faces.web.page import branches, expect, no_side_scroll, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
DONE = "#1;b=visit,login,me,copy_credential,logout,me,replay"
OPEN = "#1;b=visit,login,me,copy_credential,logout"


def drawn_up(page: Page) -> None:
    page.get_by_role("button", name="Draw it up").click()


def test_three_questions_seven_answers_and_all_experiments(entered: Opener):
    page = entered(DONE)
    drawn_up(page)
    expect(page.locator("#card article")).to_have_count(3)
    expect(page.locator("#card dt")).to_have_count(7)
    expect(page.locator("#card .card-row")).to_have_count(38)


def test_an_experiment_is_played_as_a_branch_of_its_own(entered: Opener):
    page = entered(DONE)
    drawn_up(page)
    page.locator("[data-key=card-row-C2_logout_copy]").click()
    expect(page.locator(".branch")).to_have_count(2)
    assert branches(page) == 2
    expect(page.locator("#title")).to_have_text("The copy is worth nothing.")


def test_the_card_follows_the_design(entered: Opener):
    page = entered(DONE)
    drawn_up(page)
    expect(page.locator("[data-key=card-row-C2_logout_copy]")).to_contain_text("dead at once")
    page.locator("[data-key=switch-session_type-jwt]").check()
    expect(page.locator("[data-key=card-row-C2_logout_copy]")).to_contain_text("alive")


def test_what_would_give_the_answer_away_is_withheld_until_then(entered: Opener):
    page = entered(OPEN, predict=True)
    drawn_up(page)
    expect(page.locator("#card .hid")).to_be_visible()
    expect(page.locator("#card .card-row")).to_have_count(0)
    page.locator("[data-key=card-show]").click()
    expect(page.locator("#card .card-row")).to_have_count(38)


@pytest.mark.parametrize("wide", [320, 1280])
def test_the_card_can_be_used_by_everybody(opened: Opener, npm: Path, wide: int):
    page = opened(f"/{DONE}", wide=wide)
    page.locator("button.step").first.wait_for()
    drawn_up(page)
    page.locator("#card .card-row").first.wait_for()
    page.wait_for_timeout(200)
    no_side_scroll(page)
    assert violations(page, (npm / "axe-core" / "axe.min.js").read_text(encoding="utf-8")) == []
