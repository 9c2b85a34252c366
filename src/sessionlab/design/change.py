"""What differs between two designs."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.design.switch import SwitchValue
from sessionlab.design.switches import SWITCHES
from sessionlab.value import Value


class Change(Value):
    """One switch that says something else."""

    switch: str
    old: SwitchValue
    new: SwitchValue


def difference(old: Design, new: Design) -> tuple[Change, ...]:
    """The switches in which two designs differ, in their usual order."""
    return tuple(
        Change(switch.id, before, after)
        for switch in SWITCHES
        if (before := getattr(old, switch.id)) != (after := getattr(new, switch.id))
    )
