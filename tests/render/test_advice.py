"""Advice as data and in words."""

from __future__ import annotations

from sessionlab.attacks import attack_named
from sessionlab.design.change import Change
from sessionlab.explore.advice import Advice
from sessionlab.explore.fix import Fix
from sessionlab.render.advice import advice_data, fix_words

HTTP_ONLY = Fix((Change("http_only", False, True),), 1)


def test_changes_are_what_switches_become() -> None:
    data = advice_data("fix", [attack_named("script_reads_cookie")], Advice((HTTP_ONLY,), 4))
    assert (data["attacks"], data["cost"], data["changes"]) == (["script_reads_cookie"], 1, [{"http_only": True}])


def test_no_advice_has_no_cost() -> None:
    assert advice_data("break", [], Advice((), 60))["cost"] is None


def test_a_change_is_written_as_on_the_command_line() -> None:
    assert fix_words(HTTP_ONLY) == "http_only=true"
    assert fix_words(Fix((), 0)) == "nothing"
