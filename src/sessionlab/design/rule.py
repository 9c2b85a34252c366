"""What switches say about each other: the four kinds of validity rules."""

from __future__ import annotations

from sessionlab.design.switch import SwitchValue
from sessionlab.value import Value

Conditions = tuple[tuple[str, tuple[SwitchValue, ...]], ...]
"""Switches, each with the values that satisfy the condition."""


def one_of(**allowed: tuple[SwitchValue, ...]) -> Conditions:
    """Conditions, written as `one_of(session_type=("jwt", "opaque_token"))`."""
    return tuple(allowed.items())


class Implied(Value):
    """Choosing this `session_type` chooses these values too, unless others are asked for."""

    session_type: str
    values: tuple[tuple[str, SwitchValue], ...]


class Impossible(Value):
    """Where all of `when` holds, all of `then` must hold: no such design exists otherwise."""

    when: Conditions
    then: Conditions
    why: str


class RejectedByBrowser(Value):
    """Where all of `when` holds the design can be played, but the browser refuses its cookie."""

    when: tuple[tuple[str, SwitchValue], ...]
    why: str
    source: str


class Irrelevant(Value):
    """Nobody ever looks at these switches unless `unless` holds (all of it), or one condition of `also`."""

    switches: tuple[str, ...]
    unless: Conditions
    also: Conditions = ()
