"""Cards of designs, and what was noted of an experiment."""

from __future__ import annotations

from functools import cache
from typing import Any

from sessionlab.card.draw_up import card_of
from sessionlab.card.experiment import result_of
from sessionlab.card.experiments import EXPERIMENTS
from sessionlab.card.result import Card, Result
from sessionlab.card.simulated import simulated
from sessionlab.design.space import design_from
from sessionlab.design.validity import check


@cache
def _card(choices: tuple[tuple[str, Any], ...]) -> Card:
    design = design_from(dict(choices))
    check(design)
    return card_of(simulated(design))


def card(**choices: Any) -> Card:
    """The card of the plain design with these choices."""
    return _card(tuple(choices.items()))


def result(id: str, **choices: Any) -> Result:
    """The result of one experiment, by its id or its number, on the plain design with these choices."""
    design = design_from(choices)
    check(design)
    experiment = next(one for one in EXPERIMENTS if id in (one.id, one.id.partition("_")[0]))
    return result_of(experiment, simulated(design))
