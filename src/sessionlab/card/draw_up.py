"""The whole card: every experiment on one application."""

from __future__ import annotations

from sessionlab.card.experiment import result_of, untested
from sessionlab.card.experiments import CONTROL, EXPERIMENTS
from sessionlab.card.result import Card
from sessionlab.card.run import LOGIN_DOES_NOT_STICK
from sessionlab.card.subject import Fresh


def card_of(fresh: Fresh) -> Card:
    """Do all experiments, each on a fresh application. If the login does not stick, the rest is void and not done."""
    control = result_of(CONTROL, fresh)
    if control.answer == LOGIN_DOES_NOT_STICK:
        return Card((control, *(untested(one, LOGIN_DOES_NOT_STICK) for one in EXPERIMENTS[1:])))
    return Card((control, *(result_of(one, fresh) for one in EXPERIMENTS[1:])))
