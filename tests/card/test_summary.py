"""Three sentences, each part of which follows from results."""

from __future__ import annotations

from typing import Any

import pytest

from sessionlab.card.experiments import EXPERIMENTS
from sessionlab.card.result import Card
from sessionlab.card.summary import Part, places, summary
from sessionlab.presets.presets import PRESETS
from tests.card.cards import card

IDS = {one.id for one in EXPERIMENTS}


def said(drawn: Card, question: str) -> dict[str, Part]:
    sentence = next(one for one in summary(drawn) if one.question == question)
    return {part.code: part for part in sentence.parts}


@pytest.mark.parametrize(
    ("found", "choices"),
    [
        (("server_record",), {}),
        (("server_record", "signing_key"), {"sign_session_id": True}),
        (("inside_the_value", "signing_key"), {"session_type": "jwt"}),
        (("inside_the_value", "signing_key"), {"session_type": "encrypted_cookie"}),
        (("inside_the_value",), {"session_type": "unsigned_cookie"}),
        (("server_record",), {"session_type": "api_key"}),
        (("server_record", "client_key"), {"session_type": "signed_request"}),
        (("identity_provider",), {"session_type": "opaque_token"}),
        (("server_record", "identity_provider"), {"identity_provider": "oidc_code_flow"}),
        (("server_record", "user_record"), {"user_data_source": "user_record"}),
    ],
)
def test_the_meaning_is_found_where_the_design_puts_it(found: tuple[str, ...], choices: dict[str, Any]):
    assert tuple(part.code for part in places(card(**choices))) == found


def test_what_protects_a_value_that_means_something_is_said_with_it():
    assert {"readable", "not_protected"} <= said(card(session_type="unsigned_cookie"), "meaning").keys()
    assert "not_readable" in said(card(session_type="encrypted_cookie"), "meaning")
    assert "readable" not in said(card(), "meaning")


def test_who_can_copy_is_told_from_who_can_only_use():
    parts = said(card(http_only=False), "access")
    assert "B1" in parts["copied_by"].names
    assert "B2" not in parts["used_by"].names
    hidden = said(card(store_key_form="hashed"), "access")
    assert hidden["copied_by_nobody"].behind
    assert "B2" in hidden["used_by"].names


def test_fixation_and_guessing_are_said():
    assert "fixed" in said(card(session_created="at_visit", rotate_after_login=False), "access")
    assert "guessed" in said(card(session_id_generator="counter"), "access")
    assert "planted_by" in said(card(duplicate_cookie_policy="last"), "access")


def test_a_bound_copy_names_what_it_is_bound_to():
    assert said(card(sender_constraint="ip_address"), "access")["bound"].names == ("address",)


def test_events_stand_where_their_experiments_put_them():
    parts = said(card(), "stop")
    assert "C2" in parts["dead_after"].names
    assert "C7a" in parts["alive_after"].names
    assert "no_end" in parts
    assert "revived" in said(card(session_write="upsert"), "stop")


@pytest.mark.parametrize(
    ("codes", "choices"),
    [
        ({"ends_unused", "kept_alive"}, {"idle_timeout": "server_side"}),
        ({"ends_unused", "ends_used"}, {"idle_timeout": "server_side", "absolute_timeout": "server_side"}),
        ({"ends_anyway"}, {"absolute_timeout": "server_side"}),
        ({"no_end"}, {}),
    ],
)
def test_time_is_told_for_unused_and_for_used_values(codes: set[str], choices: dict[str, Any]):
    time = {"ends_unused", "kept_alive", "ends_used", "ends_anyway", "no_end"}
    assert said(card(**choices), "stop").keys() & time == codes


def test_a_login_that_does_not_stick_leaves_nothing_to_say():
    for sentence in summary(card(cookie_size="over_4096_bytes")):
        assert [part.code for part in sentence.parts] == ["login_does_not_stick"]


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_every_part_rests_on_experiments_that_were_tested(preset):
    drawn = card(**dict(preset.switches))
    for sentence in summary(drawn):
        assert sentence.behind
        for part in sentence.parts:
            assert part.behind
            assert set(part.behind) <= IDS
            assert all(drawn.result(id).tested for id in part.behind)
