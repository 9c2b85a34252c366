"""What a switch is: one decision that a design takes about login state."""

from __future__ import annotations

from sessionlab.value import Value, replace

SwitchValue = str | bool

YES_NO = (True, False)


class Switch(Value, kw_only=True):
    """One decision with the values it can take.

    `tier` says when a learner meets it: 1 on the first screen, 2 under "more", 3 for specialists. `safe` is what a
    browser application is advised to choose; `seed_lab` is the lab's plain starting point, which adds no defence.
    """

    id: str
    component: str = ""
    tier: int
    values: tuple[SwitchValue, ...] = YES_NO
    safe: SwitchValue
    seed_lab: SwitchValue
    meaning: str
    source: str

    @property
    def is_yes_no(self) -> bool:
        """Whether this is a plain yes or no."""
        return self.values == YES_NO


def of_component(component: str, *switches: Switch) -> tuple[Switch, ...]:
    """Switches that belong to one component of the design space, in the order in which a learner meets them."""
    return tuple(replace(switch, component=component) for switch in switches)


def written(value: SwitchValue) -> str:
    """A value as people write it: `true`, `false`, or the value's name."""
    return str(value).lower() if isinstance(value, bool) else value
