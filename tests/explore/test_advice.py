"""Advice: what it says is so, and nothing cheaper would do."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from sessionlab.attacks import attack_named
from sessionlab.design.design import Design
from sessionlab.design.space import SEED_LAB, design_from
from sessionlab.design.switches import SWITCHES
from sessionlab.design.validity import is_possible
from sessionlab.explore.advice import Adviser
from sessionlab.explore.fix import Fix, cost_of_switch, within
from sessionlab.explore.own_steps import play_out
from sessionlab.explore.sets import EVERYTHING
from sessionlab.explore.universe import design_sets
from sessionlab.value import replace

COSTS = cost_of_switch()


@pytest.fixture(scope="module")
def adviser() -> Adviser:
    return Adviser()


def changed(design: Design, fix: Fix) -> Design:
    return replace(design, **{change.switch: change.new for change in fix.changes})


CASES: list[tuple[str, dict[str, Any]]] = [
    ("replay_after_logout", {"session_type": "jwt"}),
    ("replay_after_logout", {"invalidate_on_logout": False}),
    ("script_reads_cookie", {"http_only": False}),
    ("csrf_form_post", {"same_site": "none"}),
    ("fixation_by_subdomain", {"rotate_after_login": False, "session_created": "at_visit"}),
]


@pytest.mark.parametrize(("name", "choices"), CASES)
def test_after_every_fix_the_attack_fails_and_nothing_cheaper_stops_it(
    adviser: Adviser, name: str, choices: dict[str, Any]
) -> None:
    design, attack = design_from(choices), attack_named(name)
    assert play_out(attack, design) is True
    fixes = adviser.least_fix(design, [attack]).fixes
    assert fixes
    assert all(play_out(attack, changed(design, fix)) is False for fix in fixes)
    # One switch at a time, every cheaper value of every switch is tried by itself.
    singles = {(fix.changes[0].switch, fix.changes[0].new) for fix in fixes if len(fix.changes) == 1}
    for switch, value in itertools.chain.from_iterable(((one, v) for v in one.values) for one in SWITCHES):
        if COSTS[switch.id] <= fixes[0].cost and value != getattr(design, switch.id):
            other = replace(design, **{switch.id: value})
            stops = is_possible(other) and play_out(attack, other) is False
            assert stops == (COSTS[switch.id] == fixes[0].cost and (switch.id, value) in singles), (switch.id, value)


def test_what_must_keep_working_does(adviser: Adviser) -> None:
    design, attack = design_from({"same_site": "none"}), attack_named("csrf_form_post")
    link = attack_named("works_link_from_other_site")
    fixes = adviser.least_fix(design, [attack], [link]).fixes
    assert {fix.changes[0].new for fix in fixes} == {"lax", "unset"}
    assert all(play_out(link, changed(design, fix)) is True for fix in fixes)


def test_a_safe_design_needs_nothing_and_breaks_by_little(adviser: Adviser) -> None:
    attack = attack_named("replay_after_logout")
    assert [fix.changes for fix in adviser.least_fix(SEED_LAB, [attack]).fixes] == [()]
    breaks = adviser.least_break(SEED_LAB, attack).fixes
    assert ("invalidate_on_logout", False) in {(fix.changes[0].switch, fix.changes[0].new) for fix in breaks}
    assert all(play_out(attack, changed(SEED_LAB, fix)) is True for fix in breaks)


def test_the_neighbourhood_is_what_the_budget_buys() -> None:
    sets = design_sets()
    assert sets.count(within(sets, SEED_LAB, 0)) == 1
    one = within(sets, SEED_LAB, 1)
    cheap = sum(len(switch.values) - 1 for switch in SWITCHES if COSTS[switch.id] == 1)
    assert sets.count(one) == 1 + cheap
    assert within(sets, SEED_LAB, sum(COSTS.values())) == EVERYTHING
