"""What is known about attacks, row by row: sampled designs one at a time, and all designs at once."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from sessionlab.attacks import attack_named
from sessionlab.design.design import Design
from sessionlab.errors import Trouble
from sessionlab.explore.claims import (
    DEFAULTS,
    REACHED,
    SETTING_NAMES,
    Choices,
    Claim,
    Claims,
    Judge,
    read_claims,
    start_of,
)
from sessionlab.explore.own_steps import play_out
from sessionlab.world.action import Action
from sessionlab.world.state import World
from tests.conformance.known_doubts import DOUBTS
from tests.playbook import under

TEXT = (Path(__file__).parent / "ground_truth/rows.json").read_text(encoding="utf-8")
CLAIMS: Claims = read_claims(TEXT)
UNTIL = {row["id"]: row["until"] for row in json.loads(TEXT)["rows"] if "until" in row}
SAMPLES = 6
AFTER_ANY_TOKEN = "3700"


@cache
def judge() -> Judge:
    return Judge()


def designs(claim: Claim) -> Iterator[tuple[Design, World]]:
    """The designs that a row speaks of, or some of them, each with the world that it begins in."""
    if claim.quantifier == DEFAULTS:
        said = dict(claim.design)
        for values in itertools.product(*said.values()):
            one = dict(zip(said, values, strict=True))
            settings: Choices = {name: (value,) for name, value in one.items() if name in SETTING_NAMES}
            yield under(**{name: value for name, value in one.items() if name not in settings}), start_of(settings)
        return
    asked, start = judge().asked(claim, CLAIMS)
    chooser = random.Random(claim.id)
    for _ in range(SAMPLES):
        yield Design(**judge().sets.sample(asked, chooser)), start  # type: ignore[arg-type]


@pytest.mark.parametrize("claim", CLAIMS.rows, ids=lambda claim: f"{claim.id}-{claim.attack}")
def test_the_row_is_true_of_its_designs(claim: Claim) -> None:
    if claim.id in DOUBTS:
        pytest.skip(DOUBTS[claim.id])
    attack = attack_named(claim.attack)
    for design, start in designs(claim):
        reached = play_out(attack, design, start)
        if reached is not None or claim.attack.startswith("works_"):
            assert bool(reached) == (claim.outcome in REACHED), (claim, design)


TIMED = [claim for claim in CLAIMS.rows if UNTIL.get(claim.id) == "token_expiry" and claim.id not in DOUBTS]


@pytest.mark.parametrize("claim", TIMED, ids=lambda claim: claim.id)
def test_a_success_ends_when_its_token_does(claim: Claim) -> None:
    attack = attack_named(claim.attack)
    last = attack.actions[-1]
    late = (*attack.actions[:-1], Action("wait", "victim", AFTER_ANY_TOKEN), last)
    for design, start in designs(claim):
        assert not play_out(attack.with_actions(*late), design, start), (claim, design)


@pytest.mark.slow
def test_every_row_but_the_doubted_holds_for_all_designs_at_once() -> None:
    assert {claim.id for claim in CLAIMS.rows if not holds(claim)} == set(DOUBTS)


def holds(claim: Claim) -> bool:
    try:
        return judge().decide(claim, CLAIMS).holds
    except Trouble:
        return False
