"""Two cards side by side."""

from __future__ import annotations

from sessionlab.card.differences import differences
from tests.card.cards import card


def test_a_card_does_not_differ_from_itself():
    assert differences(card(), card()) == ()


def test_one_switch_changes_the_experiments_that_it_decides():
    changed = differences(card(), card(invalidate_on_logout=False))
    assert {one.id for one, _ in changed} == {"C2_logout_copy", "C4_inflight_write", "C5_inflight_read"}
    assert next((one.answer, other.answer) for one, other in changed) == ("dead_at_once", "alive")


def test_another_limit_is_a_difference():
    changed = differences(card(idle_timeout="server_side"), card(absolute_timeout="server_side"))
    assert "C8_expiry_untouched" in {one.id for one, _ in changed}
