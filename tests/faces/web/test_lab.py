"""The lab: steps, switches, time, branches, predictions, goals."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from sessionlab.world.verbs import VERBS
from tests.faces.web.conftest import Opener
from tests.faces.web.page import branches, expect, press, shown, state_of, step, title

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LOGGED_IN = "#1;b=visit,login"
STORY = "#1;b=visit,login,me,copy_credential,logout,me,replay"


def test_the_seven_steps_tell_the_story(entered: Opener):
    page = entered()
    for verb, says in (
        ("visit", "Marko opens /."),
        ("login", "Marko logs in."),
        ("me", "The server knows Marko."),
        ("copy_credential", "Mallory gets a copy of what Marko's browser holds."),
        ("logout", "Marko logs out."),
        ("replay", "The copy is worth nothing."),
    ):
        step(page, verb)
        expect(page.locator("#title")).to_have_text(says)
    assert shown(page) == 6


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb.key], ids=lambda verb: verb.name)
def test_every_key_does_its_step_or_says_why_not(entered: Opener, verb):
    page = entered(LOGGED_IN)
    page.keyboard.press(verb.key)
    done = page.locator(".tick.now:not([data-key='tick-1-2'])")
    expect(done.or_(page.locator("#notice .notice")).first).to_be_visible()
    if page.locator("#notice .notice").count():
        expect(page.locator("#notice .notice")).to_contain_text("makes no sense now")


@pytest.mark.parametrize("group", ["You", "The attacker", "Time and operations"])
def test_every_action_under_more_can_be_pressed(entered: Opener, group: str):
    page = entered(LOGGED_IN)
    page.get_by_role("button", name="More", exact=True).click()
    box = page.get_by_role("region", name=group, exact=True)
    expect(box.locator("button.small-step").first).to_be_visible()
    for index in range(box.locator("button.small-step").count()):
        before = page.locator(".tick.now").get_attribute("data-key")
        box.locator("button.small-step").nth(index).click(force=True)
        moved_on = page.locator(f".tick.now:not([data-key='{before}'])")
        expect(moved_on.or_(page.locator("#notice .notice")).first).to_be_visible()
    assert page.locator("#notice .problem").count() == 0


def test_a_variant_is_chosen_and_done(entered: Opener):
    page = entered(LOGGED_IN)
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_label("How: Cross-site request").select_option("attacker:cross_site_request=img")
    page.get_by_role("region", name="The attacker", exact=True).get_by_role("button", name="Cross-site request").click()
    expect(page.locator(".held").first).to_contain_text("Withheld:")
    expect(page.locator(".held").first).to_contain_text("6265bis")


def test_an_action_that_makes_no_sense_says_why_and_changes_nothing(entered: Opener):
    page = entered()
    button = page.locator("button.step[data-verb=logout]")
    expect(button).to_have_attribute("aria-disabled", "true")
    button.click(force=True)  # Playwright holds it for disabled; a person can press it
    expect(page.locator("#notice")).to_contain_text("nothing to log out from")
    assert shown(page) == 0


def test_keys_are_dead_in_text_fields_and_can_be_switched_off(entered: Opener):
    page = entered()
    page.get_by_role("button", name="more switches").click()
    page.get_by_label("Search", exact=True).press_sequentially("vlm")
    assert shown(page) == 0
    page.get_by_role("button", name="Settings").click()
    page.get_by_label("Single keys do steps").uncheck()
    page.keyboard.press("Escape")
    page.locator("#main").focus()
    page.keyboard.press("v")
    page.wait_for_timeout(200)
    assert shown(page) == 0
    assert page.locator("button.step kbd:visible").count() == 0


def test_quick_keys_lose_nothing(entered: Opener):
    page = entered()
    page.keyboard.type("vlmcor")
    expect(page.locator("#title")).to_have_text("The copy is worth nothing.")
    assert page.locator(".tick").count() == 6


def test_a_switch_replays_and_marks_what_became_different(entered: Opener):
    page = entered(STORY)
    expect(page.locator("#title")).to_have_text("The copy is worth nothing.")
    page.locator("[data-switch=invalidate_on_logout]").click()
    expect(page.locator("#title")).to_have_text("The copy still works.")
    expect(page.locator("[data-switch=invalidate_on_logout] .mark")).to_have_text("changed")
    assert page.locator(".lit").count() > 2
    assert branches(page) == 2
    page.locator("[data-switch=invalidate_on_logout]").click()
    expect(page.locator(".branch")).to_have_count(1)


def test_every_switch_group_can_be_opened_searched_and_changed(entered: Opener):
    page = entered(LOGGED_IN)
    page.get_by_role("button", name="more switches").click()
    components = page.locator(".component")
    assert components.count() == 13
    page.get_by_label("Search", exact=True).fill("idle")
    expect(page.locator("#search-result")).to_contain_text("switches")
    expect(page.locator(".component:visible").first).to_contain_text("Idle timeout")
    page.get_by_label("Search", exact=True).fill("")
    for index in range(components.count()):
        if not components.nth(index).evaluate("one => one.open"):
            components.nth(index).locator("summary").click()
        control = components.nth(index).locator("select[data-switch], button[data-switch]").first
        if control.count() and control.evaluate("one => one.tagName") == "BUTTON":
            control.click()
            expect(page.locator("#design .problem, .branch .here, .branch").first).to_be_visible()


def test_a_design_that_cannot_exist_is_told_beside_the_switches_and_changes_nothing(entered: Opener):
    page = entered(LOGGED_IN)
    page.get_by_role("button", name="more switches").click()
    page.locator("[data-component=store] summary").click()
    page.locator("select[data-switch=session_store]").select_option("none")
    expect(page.locator("#design .problem")).to_contain_text("cannot go together")
    assert branches(page) == 1
    assert shown(page) == 2


def test_a_switch_shows_its_meaning_source_and_the_warnings_it_causes(entered: Opener):
    page = entered(STORY)
    page.locator("[data-switch=invalidate_on_logout]").click()
    page.locator("[data-switch=invalidate_on_logout]").hover()
    note = page.locator("#switch-note")
    expect(note).to_contain_text("The server's half of logout")
    expect(note).to_contain_text("ASVS")
    expect(note).to_contain_text("Causes a warning")


def test_another_browser_can_be_chosen(entered: Opener):
    page = entered("#1;b=visit,login")
    page.get_by_role("button", name="more switches").click()
    page.get_by_label("Browser", exact=True).select_option("rfc6265")
    expect(page.locator("#foot")).to_contain_text("rfc6265")


def test_time_goes_back_and_forward_and_anywhere(entered: Opener):
    page = entered(STORY)
    press(page, "ArrowLeft", "ArrowLeft")
    assert shown(page) == 5
    press(page, "ArrowRight")
    assert shown(page) == 6
    page.locator(".tick").nth(1).click()
    expect(page.locator("#title")).to_have_text("Marko logs in.")
    page.get_by_role("button", name="Forward").click()
    assert shown(page) == 3


def test_the_past_forks_and_the_old_branch_is_kept(entered: Opener):
    page = entered(STORY)
    page.locator(".tick").nth(3).click()
    expect(page.locator(".tick.now .n")).to_have_text("4")
    step(page, "replay")
    expect(page.locator("#title")).to_have_text("The copy still works.")
    assert branches(page) == 2
    page.locator(".branch-name").first.click()
    expect(page.locator(".branch").first).to_have_class("branch here")
    page.get_by_role("button", name="Remove branch 2").click()
    expect(page.locator(".branch")).to_have_count(1)


def test_two_branches_stand_side_by_side(entered: Opener):
    page = entered(STORY)
    page.locator("[data-switch=invalidate_on_logout]").click()
    page.locator("[data-key=beside-1]").click()
    rows = page.locator("#beside tbody tr")
    expect(rows).to_have_count(7)
    expect(page.locator("#beside tbody tr.differs")).to_have_count(3)
    page.get_by_role("button", name="Close").click()
    expect(page.locator("#beside")).to_be_hidden()


def test_undo_takes_back_actions_and_switches(entered: Opener):
    page = entered()
    press(page, "v", "l")
    page.locator("[data-switch=http_only]").click()
    expect(page.locator(".branch")).to_have_count(2)
    press(page, "z")
    expect(page.locator(".branch")).to_have_count(1)
    press(page, "z", "z")
    assert shown(page) == 0


def test_by_hand_a_cookie_is_deleted_and_put_back(entered: Opener):
    page = entered(LOGGED_IN)
    page.get_by_role("button", name="Delete session_id by hand").click()
    expect(page.locator(".stage").first).to_contain_text("session_id is gone.")
    page.get_by_role("button", name="Put back what was deleted").click()
    expect(page.locator(".cookie .name").first).to_contain_text("session_id")
    page.get_by_role("button", name="Start over").click()
    expect(page.locator("#title")).to_have_text("A session begins as absence.")


def test_the_page_asks_before_a_decisive_step(entered: Opener):
    page = entered(LOGGED_IN, predict=True)
    page.keyboard.press("m")
    expect(page.locator("#title")).to_contain_text("Before you see it")
    assert shown(page) == 2
    page.get_by_role("button", name="It answers as Marko").click()
    expect(page.locator("#guess")).to_contain_text("You predicted it. 1 of 1")
    assert title(page) == "The server knows Marko."


def test_a_prediction_can_be_made_with_keys_or_skipped(entered: Opener):
    page = entered(LOGGED_IN, predict=True)
    press(page, "m")
    page.keyboard.press("2")
    expect(page.locator("#guess")).to_contain_text("You predicted otherwise.")
    press(page, "o")
    page.keyboard.press("m")
    expect(page.locator("#title")).to_contain_text("Before you see it")
    page.keyboard.press("0")
    expect(page.locator("#title")).to_have_text("The server knows nobody.")


def test_until_then_nothing_gives_the_answer_away(entered: Opener):
    page = entered("#1;b=visit,login,me,copy_credential,logout,me", predict=True)
    expect(page.locator(".waiting")).to_contain_text("Hidden until the copy is tried")
    assert page.get_by_role("heading", name="Jar and store").count() == 0
    assert page.locator(".tok.dead").count() == 0
    page.locator("[data-key=show-hidden]").click()
    expect(page.get_by_role("heading", name="Jar and store")).to_be_visible()
    assert state_of(page) == "neither has anything"


def test_a_surprise_becomes_a_goal_that_the_engine_checks(entered: Opener):
    page = entered("#1;b=visit,login,copy_credential,logout", predict=True)
    page.keyboard.press("r")
    page.get_by_role("button", name="It answers as Marko").click()
    page.get_by_role("button", name="Make it work").click()
    expect(page.locator("#title")).to_have_text("Make it work: change the design.")
    page.locator("[data-switch=http_only]").click()
    expect(page.locator("#title")).to_have_text("Make it work: change the design.")
    page.locator("[data-switch=invalidate_on_logout]").click()
    expect(page.locator("#title")).to_have_text("Done. It ends the other way now.")


def test_questions_can_be_switched_off(entered: Opener):
    page = entered(LOGGED_IN, predict=True)
    page.get_by_role("button", name="Settings").click()
    page.get_by_label("Ask me to predict before a decisive step").uncheck()
    page.keyboard.press("Escape")
    page.locator("#main").focus()
    page.keyboard.press("m")
    expect(page.locator("#title")).to_have_text("The server knows Marko.")


def test_each_line_of_a_message_explains_itself(entered: Opener):
    page = entered("#1;b=visit,login,me")
    line = page.locator(".raw button.l", has_text="Cookie:").first
    line.focus()
    note = page.locator(f"#{line.get_attribute('aria-describedby')}")
    expect(note).to_contain_text("The browser adds it by itself")


def test_the_same_value_looks_the_same_everywhere(entered: Opener):
    page = entered("#1;b=visit,login,me,copy_credential")
    looks = page.evaluate(
        "() => [...document.querySelectorAll('.tok')]"
        ".map(one => [one.querySelector('code').textContent, one.className])"
    )
    assert len(looks) > 4
    assert len({look for _, look in looks}) == len({name for name, _ in looks}) == 1


def test_the_next_request_is_shown_before_it_is_sent(entered: Opener):
    page = entered(LOGGED_IN)
    expect(page.locator(".preview")).to_contain_text("GET /me HTTP/1.1")
    page.locator("button.step[data-verb=logout]").hover()
    expect(page.locator(".preview")).to_contain_text("POST /logout HTTP/1.1")


def test_what_would_not_carry_the_credential_is_played_and_cited(entered: Opener):
    page = entered(LOGGED_IN)
    panel = page.get_by_role("region", name="Why not sent")
    expect(panel).to_contain_text("plain http")
    expect(panel).to_contain_text("It is Secure")
    assert panel.locator("a.cite").count() >= 4


def test_a_warning_names_its_source_and_a_way_out(entered: Opener):
    page = entered("#1;b=visit,login!http_only:false")
    panel = page.get_by_role("region", name="Warnings")
    expect(panel.locator("a.cite").first).to_be_visible()
    panel.get_by_role("button", name="HttpOnly: yes").first.click()
    expect(page.locator("[data-switch=http_only]")).to_have_attribute("aria-checked", "true")


@pytest.mark.parametrize("index", range(11))
def test_every_story_is_told(entered: Opener, index: int):
    page = entered()
    page.get_by_role("button", name="Stories").click()
    page.locator(".story-list button").nth(index).click()
    expect(page.locator(".telling .question")).to_contain_text("?")
    page.get_by_role("button", name="See what happens").click()
    expect(page.locator(".branch")).to_have_count(2)
    expect(page.locator("#beside table")).to_be_visible()


def test_other_people_s_browsers_appear_when_they_act(entered: Opener):
    page = entered("#1;b=visit,login,device2:login,attacker:visit")
    for name in ("Marko's browser", "Marko's second device", "Mallory"):
        expect(page.get_by_role("region", name=name, exact=True)).to_be_visible()


def test_each_exchange_is_announced_once(entered: Opener):
    page = entered()
    live: Page = page
    assert live.locator("#say[role=status]").count() == 1
    press(page, "v")
    expect(page.locator("#say")).to_contain_text("Marko opens /")
    expect(page.locator("#say")).to_contain_text("Step 1 of 1.")


def edit(page: Page, key: str, part: str, value: str) -> None:
    """Edit by hand with the keyboard alone."""
    page.locator(f'[data-key="edit-{key}"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator("#edit-field")).to_be_focused()
    page.locator("#edit-field").select_option(part)
    field = page.locator("#edit-value")
    if field.evaluate("one => one.tagName") == "SELECT":
        field.select_option(value)
        page.locator("[data-key=edit-change]").press("Enter")
    else:
        field.fill(value)
        field.press("Enter")


def test_any_cookie_is_deleted_by_hand(entered: Opener):
    page = entered("#1;b=visit,login!csrf_defence:double_submit_signed")
    page.get_by_role("button", name="Delete csrf_token by hand").click()
    expect(page.locator("#title")).to_have_text("Marko deletes the cookie csrf_token by hand.")
    assert "delete_cookie=csrf_token" in page.url
    page.get_by_role("button", name="Put back what was deleted").click()
    expect(page.get_by_role("button", name="Delete csrf_token by hand")).to_be_visible()


def test_a_cookie_is_edited_by_hand_with_the_keyboard(entered: Opener):
    page = entered(LOGGED_IN)
    edit(page, "victim-session_id", "value", "abc")
    expect(page.locator("#title")).to_have_text("Marko edits the cookie session_id by hand: its value becomes abc.")
    assert page.evaluate("() => document.activeElement.dataset.key") == "edit-victim-session_id"
    press(page, "m")
    expect(page.locator("#title")).to_have_text("The server knows nobody.")
    edit(page, "victim-session_id", "http_only", "false")
    expect(page.locator("#title")).to_contain_text("HttpOnly becomes no")


def test_what_is_wrong_with_an_edit_stands_beside_it_and_keeps_what_was_typed(entered: Opener):
    page = entered("#1;b=visit,login!secure:false")
    edit(page, "victim-session_id", "value", "a_b")
    expect(page.locator("#edit-wrong")).to_contain_text("cannot become 'a_b'")
    expect(page.locator("#edit-value")).to_have_value("a_b")
    page.locator("#edit-field").select_option("same_site")
    expect(page.locator("#edit-wrong")).to_be_hidden()
    page.locator("#edit-value").select_option("none")
    page.locator("[data-key=edit-change]").click()
    expect(page.locator("#edit-wrong")).to_contain_text("SameSite=None counts only together with Secure")
    page.keyboard.press("Escape")
    expect(page.locator("form.edit")).to_have_count(0)
    assert shown(page) == 2


def test_a_record_is_edited_and_deleted_by_hand(entered: Opener):
    page = entered(LOGGED_IN)
    edit(page, "record-1", "user", "mallory")
    expect(page.locator(".rec.live")).to_contain_text("user=mallory@example.test")
    press(page, "m")
    expect(page.locator(".auth .word").first).to_have_text("mallory@example.test")
    page.locator('[data-key="delete-record-1"]').click()
    expect(page.locator("#title")).to_have_text("Somebody deletes Marko's record from the session store.")
    assert "edit_record=victim.user:mallory,me,delete_record=victim" in page.url
    again = entered("#" + page.url.partition("#")[2])
    expect(again.locator("#title")).to_have_text("Somebody deletes Marko's record from the session store.")


def framework(page: Page, preset: str, button: str) -> None:
    page.get_by_role("button", name="Frameworks").click()
    page.locator(f'[data-preset="{preset}"] summary').click()
    page.locator(f'[data-preset="{preset}"]').get_by_role("button", name=button).click()
    expect(page.locator("#presets-panel")).to_be_hidden()


def test_a_framework_can_be_started_from(entered: Opener):
    page = entered("#1;b=visit,login")
    page.get_by_role("button", name="Frameworks").click()
    card = page.locator("[data-preset=flask_permanent]")
    card.locator("summary").click()
    expect(card).to_contain_text("Logging out does not stop a copy")
    card.get_by_role("button", name="Start from it").click()
    expect(page.locator(".branch.here")).to_contain_text("Flask, session.permanent")
    assert branches(page) == 2
    assert "session_type:signed_cookie" in page.url


def test_two_frameworks_stand_side_by_side(entered: Opener):
    page = entered()
    framework(page, "django_db", "Start from it")
    framework(page, "flask_permanent", "Put it beside")
    table = page.locator("#beside table")
    expect(table.locator("thead")).to_contain_text("Django")
    expect(table.locator("thead")).to_contain_text("Flask, session.permanent")
    expect(table.locator("tbody tr")).to_have_count(7)
    expect(page.locator("#title")).to_have_text("The copy still works.")


PLAIN_TWO = "!app_instances:two,store_scope:per_instance,session_store:process_memory"
MEMORIES = (
    ("login,refresh!session_type:jwt,refresh_tokens:rotating", "Refresh tokens", "not used yet"),
    ("login=remember!remember_me:stored_token", "Remembered logins", "marko@example.test"),
    ("login!session_type:api_key", "Registered keys", "marko@example.test"),
    ("idp_login!identity_provider:oidc_code_flow", "Sessions at the identity provider", "marko@example.test"),
    (
        "login,me!session_type:jwt,credential_transport:url_query,client_storage:local_storage",
        "Credentials in logged addresses",
        "eyJ",
    ),
    ("login,change_role=admin", "User records", "role admin"),
    ("denylist_outage", "The denylist cannot be reached.", ""),
    ("slow_clock=120", "Its clock is 120 seconds behind.", ""),
)


@pytest.mark.parametrize(("play", "heading", "says"), MEMORIES)
def test_what_else_the_server_keeps_is_shown(entered: Opener, play: str, heading: str, says: str):
    page = entered(f"#1;b={play}")
    place = page.locator(".server .memory")
    expect(place).to_contain_text(heading)
    expect(place).to_contain_text(says)


def test_nothing_of_it_is_shown_where_there_is_nothing(entered: Opener):
    page = entered("#1;b=visit")
    page.locator(".tick.now").wait_for()
    assert page.locator(".memory, .served, .where").count() == 0


def test_it_is_told_which_instance_answered_and_which_know_the_record(entered: Opener):
    page = entered(f"#1;b=login,me{PLAIN_TWO}")
    expect(page.locator(".served")).to_have_text("Instance A answered.")
    expect(page.locator(".where")).to_have_text("Known on B, unknown on A.")
    assert page.locator(".tok.dead").count() == 0


def test_a_program_has_no_jar_and_its_requests_are_its_own(entered: Opener):
    page = entered("#1;b=login,me!session_type:api_key")
    program = page.get_by_role("region", name="Marko's program", exact=True)
    expect(program).to_contain_text("Kept by the program")
    expect(program).to_contain_text("GET /me")
    assert program.get_by_text("Cookie jar").count() == 0
    assert page.get_by_role("region", name="Mallory", exact=True).count() == 0


def test_how_login_state_continues_is_told(entered: Opener):
    page = entered("#1;b=login!session_type:api_key")
    page.get_by_text("How login state continues under this design").click()
    expect(page.locator(".continuity li")).to_have_count(4)
