"""Every attack, asked of a whole set of designs at once, comes out as it does for each design by itself.

Each attack is asked in a corner of the design space of its own: a random complete design with some of its switches
open, among them those that the catalogue names for it. The designs that are played one at a time are drawn from all
three parts of the answer, and by a way of their own: `play_out` shares no code with the explorer but the engine itself.
"""

from __future__ import annotations

import json
import random
from functools import cache
from pathlib import Path

import pytest

from sessionlab.attacks import ATTACKS, attack_named
from sessionlab.attacks.attack import Attack
from sessionlab.design.design import Design
from sessionlab.design.validity import is_possible
from sessionlab.explore.merged import Explorer
from sessionlab.explore.own_steps import play_out
from sessionlab.explore.sets import DesignSets
from sessionlab.explore.universe import design_sets, universe

CATALOGUE = Path(__file__).parents[1] / "conformance" / "attack_catalogue.json"
OPEN = 6
"""Switches that are left open beside those that the catalogue names; the more, the longer the questions take."""
SAMPLES = 18
"""Designs for each attack: with 116 attacks some 2,000 plays."""
USUAL = ("session_type", "client_type", "credential_transport", "client_storage", "token_revocation", "session_store")
"""Always open, so that a corner holds possible designs, and more than one kind of session."""


@cache
def explored() -> Explorer:
    sets = design_sets()
    return Explorer(sets, universe(sets))


@cache
def named() -> dict[str, list[str]]:
    rows = json.loads(CATALOGUE.read_text(encoding="utf-8"))["catalogue"]
    return {row["id"]: row["switches_in_ground_truth"] for row in rows}


def corner(attack: Attack, sets: DesignSets, chooser: random.Random) -> int:
    """A set of designs around a random one, with some switches open."""
    whole = explored().universe
    base = sets.sample(whole, chooser)
    free = {*USUAL, *named()[attack.id], *chooser.sample(sets.names, OPEN)}
    return sets.both(whole, sets.cube({name: (value,) for name, value in base.items() if name not in free}))


@pytest.mark.slow
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.id)
def test_an_answer_about_many_designs_is_right_about_each(attack: Attack) -> None:
    sets, chooser = explored().sets, random.Random(attack.id)
    among = corner(attack, sets, chooser)
    outcome = explored().ask_attack(attack, among=among)
    parts = {True: outcome.yes, False: outcome.no, None: outcome.outside}
    assert sum(map(sets.count, parts.values())) == sets.count(among) == sets.count(sets.union(list(parts.values())))
    for _ in range(SAMPLES // 3):
        for expected, part in parts.items():
            design = Design(**sets.sample(part or among, chooser))  # type: ignore[arg-type]
            assert is_possible(design)
            came_to = play_out(attack_named(attack.id), design)
            assert sets.has(parts[came_to], design), (came_to, expected, design)
