"""Attack this design, on the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from sessionlab.attacks import ATTACKS
from tests.faces.web.conftest import Opener
from tests.faces.web.page import expect, no_side_scroll, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
DONE = "#1;b=visit,login,me,copy_credential,logout,me,replay"
OPEN = "#1;b=visit,login,me,copy_credential,logout"
PATIENT = 60_000
"""The least change is found in a second; a busy machine may take many."""


def tried(page: Page) -> None:
    page.get_by_role("button", name="Try them all").click()
    expect(page.locator("#attacks .attack")).to_have_count(len(ATTACKS))


def attack(page: Page, name: str) -> Locator:
    return page.locator(f"#attacks [data-attack={name}]")


def advised(page: Page, name: str) -> Locator:
    page.locator(f"[data-key=attack-fix-{name}]").click()
    found = attack(page, name).locator(".fix")
    found.first.wait_for(timeout=PATIENT)
    return found


def test_every_attack_is_there_by_family_with_its_outcome_as_a_word(entered: Opener):
    page = entered(DONE)
    tried(page)
    families = {one.family for one in ATTACKS}
    expect(page.locator("#attacks h3")).to_have_count(len(families))
    expect(attack(page, "script_reads_cookie")).to_contain_text("is blocked")
    expect(attack(page, "replay_after_idle_timeout")).to_contain_text("succeeds")
    expect(attack(page, "works_typed_address")).to_contain_text("works")
    expect(attack(page, "rp_session_survives_idp_logout")).to_contain_text("does not arise")


def test_what_goes_wrong_can_be_had_alone(entered: Opener):
    page = entered(DONE)
    tried(page)
    page.get_by_role("button", name="Only what goes wrong").click()
    expect(attack(page, "script_reads_cookie")).to_have_count(0)
    expect(attack(page, "replay_after_idle_timeout")).to_be_visible()
    assert page.locator("#attacks .attack-row:not(.worrying)").count() == 0
    expect(page.locator("[data-key=attacks-only]")).to_be_focused()


def test_an_attack_is_played_as_a_branch_of_its_own(entered: Opener):
    page = entered(DONE)
    tried(page)
    page.locator("[data-key=attack-replay_after_logout]").click()
    expect(page.locator(".branch")).to_have_count(2)
    expect(page.locator("#title")).to_have_text("The copy is worth nothing.")
    expect(page.locator("#attacks .attack")).to_have_count(len(ATTACKS))


def test_the_least_fix_is_a_button_that_flips_its_switches(entered: Opener):
    page = entered("#1;b=visit,login,me,copy_credential,logout,me,replay!invalidate_on_logout:false")
    tried(page)
    expect(attack(page, "replay_after_logout")).to_contain_text("succeeds")
    expect(page.locator("#title")).to_have_text("The copy still works.")
    advised(page, "replay_after_logout").filter(has_text="no → yes").first.click()
    expect(page.locator("#title")).to_have_text("The copy is worth nothing.")
    expect(attack(page, "replay_after_logout")).to_contain_text("is blocked")
    expect(page.locator("[data-key=attack-fix-replay_after_logout]")).to_be_focused()


def test_for_one_that_fails_it_is_told_how_near_it_is(entered: Opener):
    page = entered(DONE)
    tried(page)
    found = advised(page, "script_reads_cookie")
    expect(found).to_have_count(1)
    expect(found).to_have_text("HttpOnly: yes → no")
    found.click()
    expect(attack(page, "script_reads_cookie")).to_contain_text("succeeds")


def test_the_list_follows_the_design(entered: Opener):
    page = entered(DONE)
    tried(page)
    page.locator("[data-key=switch-session_type-jwt]").check()
    expect(attack(page, "replay_after_logout")).to_contain_text("succeeds")


def test_what_would_give_the_answer_away_is_withheld_until_then(entered: Opener):
    page = entered(OPEN, predict=True)
    page.get_by_role("button", name="Try them all").click()
    expect(page.locator("#attacks .hid")).to_be_visible()
    expect(page.locator("#attacks .attack")).to_have_count(0)
    page.locator("[data-key=attacks-show]").click()
    expect(page.locator("#attacks .attack")).to_have_count(len(ATTACKS))
    # To watch one is not to be asked again: of this design there is nothing left to give away.
    page.locator("[data-key=attack-replay_after_logout]").click()
    expect(page.locator(".branch")).to_have_count(2)
    expect(page.locator("#attacks .attack")).to_have_count(len(ATTACKS))


def test_the_keyboard_alone_watches_and_flips(entered: Opener):
    page = entered(DONE)
    page.locator("[data-key=attacks-fold]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#attacks .attack")).to_have_count(len(ATTACKS))
    for key in ("attacks-only", "attack-script_reads_cookie", "attack-fix-script_reads_cookie"):
        page.keyboard.press("Tab")
        expect(page.locator(f"[data-key={key}]")).to_be_focused()
    page.keyboard.press("Space")
    attack(page, "script_reads_cookie").locator(".fix").wait_for(timeout=PATIENT)
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.classList.contains('fix')"):
            break
    page.keyboard.press("Enter")
    expect(attack(page, "script_reads_cookie")).to_contain_text("succeeds")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".branch")).to_have_count(3)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("wide", [1280, 360, 320])
def test_it_can_be_used_by_everybody(opened: Opener, npm: Path, wide: int, scheme: Any):
    page = opened(f"/{DONE}", wide=wide, scheme=scheme)
    page.locator("button.step").first.wait_for()
    tried(page)
    advised(page, "script_reads_cookie")
    advised(page, "csrf_from_subdomain")
    page.wait_for_timeout(200)
    no_side_scroll(page)
    assert violations(page, (npm / "axe-core" / "axe.min.js").read_text(encoding="utf-8")) == []
