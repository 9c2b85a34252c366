"""What a rule is: one thing to be warned of, seen in a design or in what happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sessionlab.design.design import Design
from sessionlab.value import Value
from sessionlab.world.events import Exchange

HIGH, MEDIUM, LOW, INFO = "high", "medium", "low", "info"
SEVERITIES = (HIGH, MEDIUM, LOW, INFO)
"""How bad it is: takes over or loses sessions; helps to; weakens something; worth knowing."""

Details = tuple[tuple[str, Any], ...]
NOTHING_MORE: Details = ()


class Moment(Value):
    """An exchange with what went before it: all that a rule about happenings may look at."""

    design: Design
    exchange: Exchange
    before: tuple[Exchange, ...] = ()


OfDesign = Callable[[Design], bool]
Shows = Callable[[Moment], bool]
OfMoment = Callable[[Moment], Details | None]


class Rule(Value):
    """One rule. Its sentence is `finding.CODE` of the catalogue.

    A rule about designs has `of_design` (is it so?) and `shows`, the exchanges in which it matters. A rule about what
    happened has `of_moment`: the particulars that fill its sentence, or None where it did not happen.
    """

    code: str
    severity: str
    source: str
    of_design: OfDesign | None = None
    shows: Shows | None = None
    of_moment: OfMoment | None = None


class Finding(Value):
    """A rule that fired, with particulars (name, term or text) for its sentence."""

    code: str
    severity: str
    source: str
    details: Details = ()
