"""The space of designs: its named points, and the way from choices to a complete design."""

from __future__ import annotations

from collections.abc import Mapping

from sessionlab.design.change import difference
from sessionlab.design.choices import check_choices
from sessionlab.design.design import Design
from sessionlab.design.environment import SETTINGS, USUAL, Environment
from sessionlab.design.switch import SwitchValue
from sessionlab.design.switches import IMPLIED, SWITCHES
from sessionlab.value import replace

SEED_LAB = Design()
"""The plain starting point: the first screen's answers and, for all else, the simplest value that adds no defence."""

SAFE = Design(**{switch.id: switch.safe for switch in SWITCHES})  # type: ignore[arg-type]
"""What a browser application is advised to choose."""

FIRST_SCREEN = replace(SEED_LAB, accept_unknown_session_id=True)
"""Where the story starts: SEED_LAB that adopts ids it never issued, so that a planted id shows what rotation is for."""

_SETTINGS = frozenset(setting.id for setting in SETTINGS)
_IMPLIED = {rule.session_type: rule.values for rule in IMPLIED}


def design_from(choices: Mapping[str, object], base: Design = SEED_LAB) -> Design:
    """The design that `base` becomes by the choices. Settings of the environment among them are left aside.

    A chosen `session_type` brings what it implies; a choice made explicitly beats that. Raises `Trouble` for unknown
    names and values. The result may be impossible: ask `validity.check`.
    """
    chosen = check_choices(choices)
    values: dict[str, SwitchValue] = {}
    session_type = chosen.get("session_type")
    if isinstance(session_type, str):
        values.update(_IMPLIED.get(session_type, ()))
    values.update((name, value) for name, value in chosen.items() if name not in _SETTINGS)
    return replace(base, **values)


def choices_for(design: Design, base: Design = SEED_LAB) -> dict[str, SwitchValue]:
    """The choices by which `base` becomes that design: what `design_from` reads back.

    What its kind of session implies is said where the design has it otherwise.
    """
    chosen = {change.switch: change.new for change in difference(base, design)}
    if "session_type" in chosen:
        implied = (name for name, value in _IMPLIED.get(design.session_type, ()) if getattr(design, name) != value)
        chosen.update((name, getattr(design, name)) for name in implied)
    return chosen


def environment_from(choices: Mapping[str, object], base: Environment = USUAL) -> Environment:
    """The environment that `base` becomes by those of the choices that are settings of it."""
    chosen = check_choices(choices)
    return replace(base, **{name: value for name, value in chosen.items() if name in _SETTINGS})
