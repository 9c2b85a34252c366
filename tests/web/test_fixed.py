"""The least change that turns the outcome of an attack."""

from __future__ import annotations

import asyncio
import json
import threading
from typing import Any

import pytest

from sessionlab.design.space import FIRST_SCREEN, design_from
from sessionlab.errors import Trouble
from sessionlab.web import app
from sessionlab.web import fixed as module
from sessionlab.web.asked import DesignAsked, FixAsked
from sessionlab.web.attacked import attacked
from sessionlab.web.fixed import fixed
from sessionlab.web.limits import MOST_WAITING, in_time
from tests.web.asking import post


def outcome(design: dict[str, Any], attack: str) -> str:
    return next(one.outcome for one in attacked(DesignAsked(design=design)).attacks if one.id == attack)


CASES: list[tuple[str, dict[str, Any], str, str]] = [
    ("script_reads_cookie", {"http_only": False}, "fix", "blocked"),
    ("script_reads_cookie", {}, "break", "succeeds"),
    ("replay_after_logout", {"session_type": "jwt"}, "fix", "blocked"),
    ("works_on_other_instance", {"app_instances": "two", "store_scope": "per_instance"}, "fix", "works"),
    ("works_own_logout", {}, "break", "broken"),
]


@pytest.mark.parametrize(("attack", "design", "kind", "then"), CASES)
def test_every_change_that_is_told_turns_the_outcome(attack: str, design: dict[str, Any], kind: str, then: str):
    told = fixed(FixAsked(design=design, attack=attack))
    assert told.kind == kind
    assert told.outcome == outcome(design, attack)
    assert told.turns
    for turn in told.turns:
        assert outcome(turn.design, attack) == then


def test_a_change_names_its_switches_and_the_design_says_no_more():
    told = post("/api/fix", {"design": {"http_only": False, "secure": True}, "attack": "script_reads_cookie"}).json
    assert {"switch": "http_only", "old": False, "new": True} in [turn["changes"][0] for turn in told["turns"]]
    before = design_from({"http_only": False, "secure": True}, FIRST_SCREEN)
    for turn in told["turns"]:
        after = design_from(turn["design"], FIRST_SCREEN)
        changed = {name for name in before.__struct_fields__ if getattr(before, name) != getattr(after, name)}
        assert changed == {change["switch"] for change in turn["changes"]}


def test_where_nothing_near_helps_that_is_said_with_how_far_was_looked():
    """Malware that stays uses the session where it is: nothing about a session stops that (DBSC non-goals)."""
    told = fixed(FixAsked(attack="malware_resident_uses_session"))
    assert (told.kind, told.turns, told.cost) == ("fix", (), module.BUDGETS[-1])


def test_what_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "in_time", lambda things, seconds: in_time(things, -1))
    with pytest.raises(Trouble, match="fix_takes_too_long"):
        fixed(FixAsked(attack="script_reads_cookie"))


def test_others_are_answered_meanwhile_and_too_many_are_told_to_come_back():
    begun, go_on = threading.Event(), threading.Event()

    def slow(body: bytes) -> bytes:
        begun.set()
        go_on.wait(10)
        return body

    async def asking() -> list[Any]:
        answer = app._in_turn(slow)
        waiting = [asyncio.ensure_future(answer(b"%d" % number)) for number in range(1 + MOST_WAITING)]
        while not begun.is_set():
            await asyncio.sleep(0.01)
        with pytest.raises(Trouble, match="too_busy"):
            await answer(b"one more")
        go_on.set()
        return await asyncio.gather(*waiting)

    assert asyncio.run(asking()) == [b"%d" % number for number in range(1 + MOST_WAITING)]


def test_bad_input_is_told_with_its_place():
    answer = post("/api/fix", {"attack": "script_reads_coookie"})
    assert answer.status == 422
    assert answer.json["problems"][0]["pointer"] == "/attack"
    assert "script_reads_cookie" in json.dumps(answer.json["problems"][0])
    assert post("/api/fix", {}).status == 422
    assert post("/api/fix", {"attack": 7}).json["problems"][0]["pointer"] == "/attack"
    unknown = post("/api/fix", {"attack": "script_reads_cookie", "design": {"secure": "maybe"}})
    assert unknown.json["problems"][0]["pointer"] == "/design/secure"
