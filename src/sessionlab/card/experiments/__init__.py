"""All experiments of the card, in the order in which they are told; one small family a file."""

from __future__ import annotations

from sessionlab.card.experiment import Experiment
from sessionlab.card.experiments import (
    account,
    content,
    control,
    elsewhere,
    guessing,
    in_flight,
    logins,
    logout,
    network,
    other_sites,
    page_script,
    password,
    places,
    planted,
    readers,
    sibling,
    time_limits,
)
from sessionlab.card.result import QUESTIONS

FAMILIES = (
    control,
    places,
    content,
    account,
    page_script,
    network,
    other_sites,
    sibling,
    planted,
    readers,
    elsewhere,
    guessing,
    logout,
    in_flight,
    password,
    time_limits,
    logins,
)


def _place(experiment: Experiment) -> tuple[int, int, str]:
    number = experiment.id.partition("_")[0][1:]
    digits = number.rstrip("ab")
    return QUESTIONS.index(experiment.question), int(digits), number


EXPERIMENTS: tuple[Experiment, ...] = tuple(
    sorted((one for family in FAMILIES for one in family.EXPERIMENTS), key=_place)
)
CONTROL = EXPERIMENTS[0]
"""If this one fails, nothing that follows would mean anything."""
