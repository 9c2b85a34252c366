"""Results and cards as values."""

from __future__ import annotations

import pytest

from sessionlab.card.result import Card, Reading, Result

LIMITED = Result(
    "C8_expiry_untouched", "stop", "dead_at_limit", "idle_timeout", readings=(Reading("copy", "anonymous"),)
)


def test_a_limit_is_named_behind_its_answer():
    assert LIMITED.code == "dead_at_limit(idle_timeout)"
    assert Result("C1_logout_own", "stop", "alive").code == "alive"


def test_a_reading_is_found_by_what_it_is_about():
    assert LIMITED.read("copy") == "anonymous"
    assert LIMITED.read("browser") is None


def test_what_was_not_tested_says_so():
    assert LIMITED.tested
    assert not Result("C1_logout_own", "stop", "not_tested", why="not_offered").tested


def test_a_result_is_found_by_its_id_and_by_its_number():
    card = Card((Result("C1_logout_own", "stop", "alive"), Result("C10_restart", "stop", "dead_at_once")))
    assert card.result("C1").id == card.result("C1_logout_own").id == "C1_logout_own"
    assert card.result("C10").answer == "dead_at_once"
    with pytest.raises(StopIteration):
        card.result("C2")
