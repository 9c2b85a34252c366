"""The learner's seven questions."""

from __future__ import annotations

from typing import Any

import pytest

from sessionlab.card.result import Card
from sessionlab.card.seven import seven
from sessionlab.card.summary import Part
from sessionlab.presets.presets import PRESETS
from tests.card.cards import card

JWT = {"session_type": "jwt"}


def said(drawn: Card, question: str) -> dict[str, Part]:
    sentence = next(one for one in seven(drawn) if one.question == question)
    return {part.code: part for part in sentence.parts}


@pytest.mark.parametrize(
    ("question", "code", "choices"),
    [
        ("stored", "server_record", {}),
        ("stored", "inside_the_value", JWT),
        ("sent", "cookies", {}),
        ("sent", "headers", {**JWT, "credential_transport": "custom_header", "client_storage": "local_storage"}),
        ("sent", "query", {**JWT, "credential_transport": "url_query", "client_storage": "local_storage"}),
        ("sent", "fields", {**JWT, "credential_transport": "request_body", "client_storage": "local_storage"}),
        ("sent", "nothing", {"session_type": "signed_request"}),
        ("checked", "nothing", {"session_type": "unsigned_cookie"}),
        ("logout", "browser_out_copy_dead", {}),
        ("logout", "browser_out_copy_alive", JWT),
        ("logout", "browser_kept_copy_alive", {"clear_client_on_logout": False, "invalidate_on_logout": False}),
        ("logout", "everywhere", {"logout_scope": "all_sessions"}),
        ("logout", "revived", {"session_write": "upsert"}),
        ("copied", "works", {}),
        ("copied", "until_logout", {}),
        ("copied", "outlives_logout", JWT),
        ("copied", "until_limit", JWT),
        ("copied", "until_unused", {"idle_timeout": "server_side"}),
        ("copied", "without_end", {}),
        ("copied", "bound", {"sender_constraint": "dbsc"}),
        ("flags", "no_cookie", {"session_type": "api_key"}),
        ("rotated", "none_before", {}),
        ("rotated", "changed", {"session_created": "at_visit"}),
        ("rotated", "kept", {"session_created": "at_visit", "rotate_after_login": False}),
    ],
)
def test_an_answer_follows_the_design(question: str, code: str, choices: dict[str, Any]):
    assert code in said(card(**choices), question)


def test_the_server_was_seen_to_check():
    assert said(card(), "checked")["steps"].names == ("LookUp",)
    assert said(card(**JWT, token_revocation="denylist"), "checked")["steps"].names == ("Verify", "IsDenied")
    assert "CheckMac" in said(card(sign_session_id=True), "checked")["steps"].names


def test_only_flags_that_made_a_difference_protect():
    assert said(card(), "flags")["protect"].names == ("http_only", "secure", "same_site", "host_only")
    open_to_scripts = said(card(http_only=False), "flags")
    assert "http_only" not in open_to_scripts["protect"].names
    assert open_to_scripts["missing"].names == ("http_only",)


def test_a_default_of_the_browser_is_no_flag():
    assert "same_site" not in said(card(same_site="unset"), "flags")["protect"].names


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_every_question_is_answered_from_experiments(preset):
    sentences = seven(card(**dict(preset.switches)))
    assert [one.question for one in sentences] == ["stored", "sent", "checked", "logout", "copied", "flags", "rotated"]
    assert all(one.parts and one.behind for one in sentences)


def test_a_login_that_does_not_stick_leaves_nothing_to_say():
    for sentence in seven(card(cookie_size="over_4096_bytes")):
        assert [part.code for part in sentence.parts] == ["login_does_not_stick"]
