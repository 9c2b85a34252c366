"""Drawing advice."""

from __future__ import annotations

from sessionlab.attacks import attack_named
from sessionlab.design.change import Change
from sessionlab.explore.advice import Advice
from sessionlab.explore.fix import Fix
from sessionlab.terminal.advice import SHOWN, advice_lines
from tests.terminal.test_vocabulary import drawn

ATTACK = attack_named("script_reads_cookie")
FIX = Fix((Change("http_only", False, True),), 1)


def test_each_change_has_a_line() -> None:
    told = drawn(advice_lines([("fix", (ATTACK,), Advice((FIX,), 4))]))
    assert "http_only=true" in told
    assert ATTACK.name in told


def test_many_that_cost_the_same_are_counted() -> None:
    told = drawn(advice_lines([("break", (ATTACK,), Advice((FIX,) * (SHOWN + 2), 4))]))
    assert "and 2 more" in told


def test_that_nothing_helps_or_is_needed_is_said() -> None:
    assert "nothing that costs 60 or less" in drawn(advice_lines([("fix", (ATTACK,), Advice((), 60))]))
    assert "No attack" in drawn(advice_lines([]))
