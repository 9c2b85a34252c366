"""Drawing attacks."""

from __future__ import annotations

import pytest

from sessionlab.attacks import ATTACKS, attack_named
from sessionlab.terminal.attacks import attack_end, attack_list
from tests.terminal.test_vocabulary import drawn


def test_every_attack_is_under_its_family() -> None:
    told = drawn(attack_list(ATTACKS))
    assert [attack.family for attack in ATTACKS if attack.family not in told] == []


@pytest.mark.parametrize(
    ("name", "reached", "said"),
    [
        ("replay_after_logout", True, "The attack succeeds"),
        ("replay_after_logout", False, "The attack fails"),
        ("works_after_restart", True, "works"),
        ("works_after_restart", False, "broken"),
    ],
)
def test_the_end_says_what_became_of_it(name: str, reached: bool, said: str) -> None:
    assert said in attack_end(attack_named(name), reached).plain
