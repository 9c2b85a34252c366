"""The web application, asked in this process."""

from __future__ import annotations

import json

import pytest

from sessionlab.design.space import FIRST_SCREEN, design_from
from sessionlab.render.trace import trace
from sessionlab.value import to_json
from sessionlab.world.play import STORY, play
from sessionlab.world.verbs import parse_action
from tests.web.asking import ask, post

ACTIONS = list(STORY)


def test_a_play_is_answered_with_its_trace():
    answer = post("/api/play", {"actions": ACTIONS})
    assert answer.status == 200
    expected = json.loads(to_json(trace(play(FIRST_SCREEN, map(parse_action, STORY)))))
    assert answer.json == {**expected, "changed": None}


def test_a_play_is_the_same_for_whoever_asks_and_however_often():
    body = {"actions": ACTIONS, "design": {"session_type": "jwt"}, "seed": 7}
    assert post("/api/play", body).body == post("/api/play", body).body


def test_another_seed_number_gives_other_ids():
    first, second = (post("/api/play", {"actions": ["login"], "seed": seed}).json["credentials"] for seed in (1, 2))
    assert first[0]["text"] != second[0]["text"]


def test_a_design_is_what_differs_from_the_first_screen():
    design = post("/api/play", {"design": {"session_type": "jwt"}, "actions": []}).json["design"]
    assert design == json.loads(to_json(design_from({"session_type": "jwt"}, FIRST_SCREEN)))


def test_the_settings_of_browser_and_network_count():
    body = {"actions": ["login", "cross_site_request=img:/me"], "design": {"same_site": "none"}}
    blocked = post("/api/play", {**body, "environment": {"third_party_cookies": "blocked"}}).json["exchanges"][-1]
    allowed = post("/api/play", body).json["exchanges"][-1]
    assert (len(blocked["sent"]), len(allowed["sent"])) == (0, 1)
    assert [reason["code"] for reason in blocked["withheld"][0]["reasons"]] == ["third_party_blocked"]


def test_the_previous_play_says_what_became_different():
    body = {"actions": ACTIONS, "design": {"invalidate_on_logout": False}, "previous": {}}
    changed = post("/api/play", body).json["changed"]
    assert [(one["number"], one["before"]) for one in changed["differences"]] == [(5, 5), (6, 6), (7, 7)]
    assert [(one["switch"], one["old"], one["new"]) for one in changed["switches"]] == [
        ("invalidate_on_logout", True, False)
    ]


def test_the_model_holds_all_that_does_not_depend_on_a_play():
    model = ask("GET", "/api/model").json
    assert len(model["switches"]) == 108
    assert model["first_actions"] == ACTIONS
    assert len(model["stories"]) == 11
    assert "intro.question" in model["words"]


def test_the_model_is_not_sent_again_to_a_browser_that_has_it():
    first = ask("GET", "/api/model")
    again = ask("GET", "/api/model", headers={"if-none-match": first.headers["etag"]})
    assert (again.status, again.body) == (304, b"")


def test_a_cookie_is_explained():
    body = {"line": "Set-Cookie: sid=1; Secure; SameSite=Lax", "url": "https://app.example.test/login"}
    explanation = post("/api/cookie/explain", body).json
    assert explanation["stored"]
    assert {"secure", "same_site"} <= {effect["about"] for effect in explanation["effects"]}


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"line": "", "url": "https://app.example.test/"}, "/line"),
        ({"line": "a=1", "url": "nowhere"}, "/url"),
        ({"line": "a=1", "url": "https://app.example.test/", "page": "x"}, "/page"),
        ({"line": "a=1", "url": "https://app.example.test/", "policy": "mosaic"}, "/policy"),
    ],
)
def test_a_bad_question_about_a_cookie_points_to_its_field(body: dict[str, str], pointer: str):
    answer = post("/api/cookie/explain", body)
    assert answer.status == 422
    assert answer.json["problems"][0]["pointer"] == pointer


@pytest.mark.parametrize(
    ("body", "status", "code", "pointer"),
    [
        ({"design": {"http_onyl": True}}, 422, "unknown_switch", "/design/http_onyl"),
        ({"design": {"same_site": "laxx"}}, 422, "unknown_value_near", "/design/same_site"),
        ({"design": {"third_party_cookies": "blocked"}}, 422, "misplaced_setting", "/design/third_party_cookies"),
        ({"environment": {"http_only": False}}, 422, "misplaced_setting", "/environment/http_only"),
        ({"actions": ["visit", "jump"]}, 422, "unknown_name", "/actions/1"),
        ({"actions": ["wait=soon"]}, 422, "wrong_number", "/actions/0"),
        ({"policy": "mosaic"}, 422, "unknown_name", "/policy"),
        ({"seed": -1}, 422, "bad_field", "/seed"),
        ({"actions": [7]}, 422, "bad_field", "/actions/0"),
        ({"actoins": []}, 422, "bad_field", ""),
        ({"actions": ["visit"] * 501}, 422, "too_many_actions", "/actions"),
        ({"previous": {"design": {"same_site": "laxx"}}}, 422, "unknown_value_near", "/previous/design/same_site"),
        ([], 422, "bad_field", ""),
    ],
)
def test_bad_input_is_answered_with_what_is_wrong_and_where(body: object, status: int, code: str, pointer: str):
    answer = post("/api/play", body)
    problem = answer.json["problems"][0]
    assert (answer.status, answer.headers["content-type"]) == (status, "application/problem+json")
    assert (problem["code"], problem["pointer"]) == (code, pointer)
    assert problem["what"].endswith((".", "?"))
    assert problem["instead"]


def test_all_problems_of_a_design_are_told_at_once():
    problems = post("/api/play", {"design": {"http_only": "perhaps", "same_site": "laxx"}}).json["problems"]
    assert [problem["pointer"] for problem in problems] == ["/design/http_only", "/design/same_site"]


def test_a_body_that_is_not_json_is_refused():
    assert ask("POST", "/api/play", b"{").status == 400
    assert ask("POST", "/api/play", b"[" * 100_000).status == 413
    assert ask("POST", "/api/play", b"[" * 60_000).status == 422
    assert ask("POST", "/api/play", b"\xff").status == 400


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_a_form_of_another_site_is_refused(kind: str):
    assert ask("POST", "/api/play", b"{}", {"content-type": kind}).status == 415


def test_json_with_a_charset_is_json():
    assert ask("POST", "/api/play", b"{}", {"content-type": "application/json; charset=utf-8"}).status == 200


def test_a_large_body_is_refused_before_it_is_read_whole():
    answer = ask("POST", "/api/play", b" " * 65_537)
    assert (answer.status, answer.json["code"]) == (413, "body_too_large")


def test_what_is_not_there_is_not_there():
    for path in ("/nothing", "/static/../app.py", "/static/%2e%2e/app.py", "/static/fonts/LICENSE", "/api"):
        assert ask("GET", path).status == 404


def test_an_address_takes_its_own_method_only():
    answer = ask("GET", "/api/play")
    assert (answer.status, answer.headers["allow"]) == (405, "POST")
    assert ask("POST", "/api/model").status == 405
    assert ask("DELETE", "/").status == 405


def test_no_other_origin_may_read_an_answer():
    answer = ask(
        "OPTIONS", "/api/play", headers={"origin": "https://evil.test", "access-control-request-method": "POST"}
    )
    assert answer.status == 405
    assert [name for name in answer.headers if name.startswith("access-control")] == []


def test_no_cookie_is_set():
    for path in ("/", "/cookie", "/api/model"):
        assert "set-cookie" not in ask("GET", path).headers


@pytest.mark.parametrize("path", ["/", "/cookie"])
def test_a_page_has_its_words_and_no_inline_code(path: str):
    page = ask("GET", path).body.decode()
    assert "{{" not in page
    assert " style=" not in page
    assert "<style" not in page
    assert page.count("<script") == page.count('<script type="module" src="/static/')


def test_a_mistake_of_the_lab_s_own_is_told_without_a_traceback(monkeypatch: pytest.MonkeyPatch):
    def broken(asked: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("sessionlab.web.app.played", broken)
    answer = post("/api/play", {"seed": 4_711})
    assert (answer.status, answer.json["code"]) == (500, "own_mistake")
