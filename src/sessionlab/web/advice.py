"""Which single switches would end a warning: found by asking the rules again, never from a list."""

from __future__ import annotations

import functools

from sessionlab.design.change import difference
from sessionlab.design.design import Design
from sessionlab.design.space import design_from
from sessionlab.design.switch import Switch, SwitchValue
from sessionlab.design.switches import SWITCHES
from sessionlab.design.validity import is_possible
from sessionlab.render.findings import findings
from sessionlab.render.pen import Pen
from sessionlab.rules import findings_of_design
from sessionlab.value import Value


class Turning(Value):
    """A switch with a value under which a warning would be gone."""

    switch: str
    value: SwitchValue


class Advice(Value):
    """Something to be warned of in the design itself, and the single switches that would end it, advised ones first."""

    code: str
    severity: str
    text: str
    source: str
    switches: tuple[Turning, ...]


def advice(design: Design, pen: Pen) -> tuple[Advice, ...]:
    """Each warning about a design with what would end it."""
    turns = turnings(design)
    return tuple(
        Advice(one.code, one.severity, one.text, one.source, turns[one.code])
        for one in findings(findings_of_design(design), pen)
    )


@functools.lru_cache(maxsize=128)
def turnings(design: Design) -> dict[str, tuple[Turning, ...]]:
    """For each finding about a design the changes of one switch that end it and bring no other.

    What changes nothing else comes first: another kind of session brings other switches along.
    """
    now = _codes(design)
    found: dict[str, list[tuple[int, Turning]]] = {code: [] for code in now}
    for switch in SWITCHES if now else ():
        for value in _others(switch, design):
            changed = design_from({switch.id: value}, design)
            left = _codes(changed) if is_possible(changed) else now
            if left < now:
                for code in now - left:
                    found[code].append((len(difference(design, changed)), Turning(switch.id, value)))
    return {code: tuple(turn for _, turn in sorted(turns, key=_others_changed)) for code, turns in found.items()}


def _others_changed(counted: tuple[int, Turning]) -> int:
    return counted[0]


def _codes(design: Design) -> frozenset[str]:
    return frozenset(finding.code for finding in findings_of_design(design))


def _others(switch: Switch, design: Design) -> list[SwitchValue]:
    """The other values that can be played, the advised one first."""
    others = (value for value in switch.values if value != getattr(design, switch.id))
    return sorted(others, key=lambda value: value != switch.safe)
