"""Links, files, and what happens when they are broken or hostile."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from tests.faces.web.conftest import Opener
from tests.faces.web.page import branches, expect, press, shown, title

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SCRIPT = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"


def test_a_link_shows_the_same_bytes_elsewhere(entered: Opener):
    page = entered()
    press(page, "v", "l", "c", "o", "r")
    page.locator("[data-switch=invalidate_on_logout]").click()
    expect(page.locator(".branch")).to_have_count(2)
    fragment = page.url.partition("#")[2]
    other = entered(f"#{fragment}", scheme="dark")
    other.locator(".tick.now").wait_for()
    assert title(other) == title(page)
    for place in (".msg .raw", ".logic", ".ticks"):
        assert other.locator(place).all_inner_texts() == page.locator(place).all_inner_texts()


def test_the_link_can_be_copied(entered: Opener):
    page = entered("#1;b=visit", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Share").click()
    page.get_by_role("button", name="Copy the link").click()
    expect(page.locator("#share-panel")).to_contain_text("Copied.")
    assert page.evaluate("() => navigator.clipboard.readText()") == page.url
    assert "at=" not in page.url


@pytest.mark.parametrize(
    ("fragment", "says"),
    [
        ("nonsense", "cannot be read"),
        ("1;b=visit!", ""),
        ("1;b=jump", "cannot be read"),
        ("1;b=visit!http_onyl:true", "cannot be read"),
        ("99;anything", "newer Session Lab"),
        ("1;b=%3Cscript%3Ealert(1)%3C/script%3E", "cannot be read"),
        ("%E0%A4%A", "cannot be read"),
    ],
)
def test_a_broken_or_newer_link_gives_a_clear_message_and_a_fresh_lab(opened: Opener, fragment: str, says: str):
    page = opened(f"/#{fragment}")
    page.locator("button.step").first.wait_for()
    expect(page.locator("#notice")).to_contain_text(says)
    assert branches(page) == 1


def test_a_link_typed_into_the_open_page_is_followed(entered: Opener):
    page = entered()
    page.evaluate("() => { location.hash = '1;b=visit,login' }")
    expect(page.locator("#title")).to_have_text("Marko logs in.")


def test_a_trace_is_saved_and_opened_again(entered: Opener, tmp_path: Path):
    page = entered("#1;seed=7;b=visit,login!session_type:jwt")
    page.get_by_role("button", name="Trace").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the trace").click()
    file = tmp_path / "trace.json"
    saved.value.save_as(file)
    trace = json.loads(file.read_text())
    assert (trace["version"], trace["seed"], trace["actions"]) == (1, 7, ["victim:visit", "victim:login"])
    fresh = entered()
    fresh.get_by_role("button", name="Trace").click()
    fresh.locator("#open-trace").set_input_files(file)
    expect(fresh.locator("#title")).to_have_text("Marko logs in.")
    assert fresh.locator(".msg .raw").all_inner_texts() == page.locator(".msg .raw").all_inner_texts()


@pytest.mark.parametrize("content", ["", "{}", SCRIPT, '{"version": 99}', '{"version": 1, "actions": ["jump"]}'])
def test_a_file_that_is_no_trace_changes_nothing(entered: Opener, tmp_path: Path, content: str):
    page = entered("#1;b=visit")
    file = tmp_path / "trace.json"
    file.write_text(content)
    page.get_by_role("button", name="Trace").click()
    page.locator("#open-trace").set_input_files(file)
    expect(page.locator("#notice")).to_contain_text("Nothing was changed")
    assert shown(page) == 1


def test_a_request_is_copied_as_curl(entered: Opener):
    page = entered("#1;b=visit,login,me", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy as curl").first.click()
    expect(page.locator("#notice")).to_contain_text("Copied.")
    text = page.evaluate("() => navigator.clipboard.readText()")
    assert text.startswith("curl -i 'https://app.example.test/me'")
    assert "-H 'Cookie: session_id=sid_" in text


def test_a_lab_whose_server_is_gone_keeps_everything(entered: Opener, forgiven: list[str]):
    forgiven.append("net::ERR_")
    page = entered("#1;b=visit,login")
    page.context.set_offline(True)
    page.route("**/api/**", lambda route: route.abort())
    page.keyboard.press("o")
    expect(page.locator("#notice")).to_contain_text("does not answer")
    assert shown(page) == 2
    page.unroute("**/api/**")
    page.context.set_offline(False)
    page.keyboard.press("o")
    expect(page.locator("#title")).to_have_text("Marko logs out.")


def test_pasted_script_is_text(opened: Opener):
    page = opened("/cookie")
    page.locator("#explain-line").fill(f"a={SCRIPT}; Path=/{SCRIPT}; Domain={SCRIPT}")
    expect(page.locator("#result")).to_contain_text("onerror")
    page.locator("#explain-line").fill("a=1")
    page.locator("#explain-url").fill(f"https://x/{SCRIPT}")
    time.sleep(0.4)
    assert page.title() != "owned"
    assert page.locator("#result img, #form img, #result script").count() == 0


def test_the_explainer_explains_and_has_its_own_link(opened: Opener):
    page = opened("/cookie")
    expect(page.locator("#fate")).to_contain_text("stores")
    page.locator("#explain-line").fill("sid=1; SameSite=None")
    expect(page.locator("#fate")).to_contain_text("refuses")
    expect(page.locator("#fate")).to_contain_text("SameSite=None counts only together with Secure")
    again = opened(f"/cookie#{page.url.partition('#')[2]}")
    expect(again.locator("#explain-line")).to_have_value("sid=1; SameSite=None")
    expect(again.locator("#fate")).to_contain_text("refuses")


def test_the_explainer_says_what_is_wrong_beside_the_field_and_keeps_the_rest(opened: Opener):
    page = opened("/cookie")
    page.locator("#fate").wait_for()
    page.locator("#explain-url").fill("nowhere")
    expect(page.locator("#problem-url")).to_contain_text("is not an http or https URL")
    expect(page.locator("#fate")).to_contain_text("stores")


def test_the_explainer_knows_every_browser(opened: Opener):
    page = opened("/cookie")
    page.locator("#explain-line").fill("sid=1; SameSite=None")
    expect(page.locator("#fate")).to_contain_text("refuses")
    page.locator("#explain-policy").select_option("rfc6265")
    expect(page.locator("#fate")).to_contain_text("stores")
    expect(page.locator("#result table tbody tr").first).to_be_visible()
