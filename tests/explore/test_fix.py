"""The least change: as cheap as any change that trying all of them finds."""

from __future__ import annotations

import itertools

from sessionlab.design.space import SEED_LAB, design_from
from sessionlab.design.switches import SWITCHES
from sessionlab.explore.fix import COSTS, cost_of_switch, least_changes
from sessionlab.explore.sets import EMPTY
from sessionlab.explore.universe import design_sets, universe
from sessionlab.value import replace

SETS = design_sets()
FEW = ("http_only", "secure", "same_site", "session_type", "app_instances")


def test_every_component_has_its_cost() -> None:
    assert set(COSTS) == {switch.component for switch in SWITCHES}


def test_a_design_of_the_set_needs_no_change() -> None:
    fixes = least_changes(SETS, (universe(SETS),), SEED_LAB)
    assert [(fix.changes, fix.cost) for fix in fixes] == [((), 0)]


def test_nothing_leads_into_the_empty_set() -> None:
    assert least_changes(SETS, (EMPTY,), SEED_LAB) == ()


def test_the_cheapest_changes_are_those_that_trying_all_finds() -> None:
    """Two sets at once, over a few switches: every combination of their values is tried."""
    one = SETS.either(SETS.cube({"http_only": (False,), "same_site": ("none",)}), SETS.cube({"session_type": ("jwt",)}))
    other = SETS.either(SETS.cube({"secure": (False,)}), SETS.cube({"app_instances": ("two",)}))
    costs = cost_of_switch()
    prices: dict[int, set[frozenset[tuple[str, object]]]] = {}
    for values in itertools.product(*(SETS.values[name] for name in FEW)):
        design = replace(SEED_LAB, **dict(zip(FEW, values, strict=True)))
        if SETS.has(one, design) and SETS.has(other, design):
            changed = frozenset((n, v) for n, v in zip(FEW, values, strict=True) if getattr(SEED_LAB, n) != v)
            prices.setdefault(sum(costs[name] for name, _ in changed), set()).add(changed)
    best = min(prices)
    fixes = least_changes(SETS, (one, other), SEED_LAB)
    assert {fix.cost for fix in fixes} == {best}
    assert {frozenset((change.switch, change.new) for change in fix.changes) for fix in fixes} == prices[best]


def test_all_ties_are_told() -> None:
    start = design_from({"http_only": False, "secure": False})
    target = SETS.either(SETS.cube({"http_only": (True,)}), SETS.cube({"secure": (True,)}))
    assert {fix.changes[0].switch for fix in least_changes(SETS, (target,), start)} == {"http_only", "secure"}
