"""The trace: the one format that everything else reads."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from sessionlab.cookies.policy import POLICIES, BrowserPolicy
from sessionlab.design.design import Design
from sessionlab.render.form import Trace
from sessionlab.render.trace import trace
from sessionlab.value import from_json, to_json
from sessionlab.world.action import Action
from sessionlab.world.play import play
from tests.agreement.plays import plays
from tests.render.plays import told
from tests.repository.project import PROJECT


@settings(max_examples=60, deadline=None)
@given(plays(), st.sampled_from(POLICIES))
def test_every_play_can_be_told_and_read_back(made_up: tuple[Design, tuple[Action, ...]], policy: BrowserPolicy):
    written = trace(play(*made_up, policy))
    assert from_json(to_json(written), Trace) == written


def test_the_schema_describes_a_trace():
    schema = json.loads((PROJECT / "docs" / "trace.schema.json").read_text())
    fields = schema["$defs"]["Exchange"]["required"]
    exchange = json.loads(to_json(told()))["exchanges"][0]
    assert set(fields) <= set(exchange) == set(schema["$defs"]["Exchange"]["properties"])


def test_the_keys_that_others_build_on_are_there():
    written = json.loads(to_json(told()))
    assert written.keys() >= {"version", "design", "policy", "seed", "exchanges", "refused_actions", "verdict"}
    assert written["exchanges"][0].keys() >= {
        "action",
        "actor",
        "request",
        "steps",
        "response",
        "sent",
        "withheld",
        "stored",
        "refused",
        "jar",
        "store",
        "auth",
        "state",
        "findings",
    }
    assert written["exchanges"][0]["request"].keys() >= {"method", "url", "headers", "body", "text"}


def test_a_refused_action_is_told_with_its_reason_and_changes_nothing():
    written = told("", "visit replay me")
    (refused,) = written.refused_actions
    assert (refused.action, refused.action_number, refused.before, refused.code) == (
        "attacker:replay",
        2,
        2,
        "nothing_known",
    )
    assert len(written.exchanges) == 2


def test_the_seed_makes_the_texts_and_nothing_else():
    one, other = (json.loads(to_json(told(seed=seed))) for seed in (1, 2))
    assert one["credentials"][0]["text"] != other["credentials"][0]["text"]
    assert [each["auth"]["user"] for each in one["exchanges"]] == [each["auth"]["user"] for each in other["exchanges"]]


def test_another_process_writes_the_same_bytes():
    program = "from tests.render.plays import *; from sessionlab.value import to_json; print(to_json(told(seed=7)))"
    texts = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=PROJECT,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "4711")
    }
    assert len(texts) == 1


def test_which_switches_would_have_turned_the_end_is_found_where_it_is_asked_for():
    from tests.render.plays import done

    assert told().verdict.turns == ()
    assert trace(done(), with_turns=True).verdict.turns


def test_numbers_that_never_come_are_no_json_surprise():
    text = to_json(told("session_type=jwt access_token_lifetime=unlimited token_revocation=denylist"))
    assert b"Infinity" not in text
    assert msgspec.json.decode(text)["exchanges"][4]["denied"][0]["until"] is None
