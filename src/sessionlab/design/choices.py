"""Choices: switches and settings by name, as somebody wrote them, checked one by one before they become a design."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sessionlab.design.environment import SETTINGS
from sessionlab.design.switch import Switch, SwitchValue, written
from sessionlab.design.switches import SWITCHES, unknown_switch
from sessionlab.errors import Trouble, nearest, together

Choices = dict[str, SwitchValue]

YES = ("true", "on", "yes", "1")
NO = ("false", "off", "no", "0")

KNOWN: dict[str, Switch] = {known.id: known for known in (*SWITCHES, *SETTINGS)}


def read_choices(written_choices: Iterable[str]) -> Choices:
    """Read choices written as `switch=value`; the later of two for one switch counts. Raises `Trouble`, telling all."""
    raw: dict[str, object] = {}
    problems: list[Trouble] = []
    for text in written_choices:
        name, equals, value = (part.strip() for part in text.partition("="))
        if equals and name:
            raw[name] = _plain(name, value)
        else:
            problems.append(Trouble("not_a_choice", text=text))
    return _checked(raw, problems)


def check_choices(choices: Mapping[str, object]) -> Choices:
    """Check names, kinds and values of choices that are typed already. Raises one `Trouble` that tells all problems."""
    return _checked(choices, [])


def _checked(choices: Mapping[str, object], problems: list[Trouble]) -> Choices:
    good: Choices = {}
    for name, value in choices.items():
        try:
            good[name] = _check(name, value)
        except Trouble as trouble:
            problems.append(trouble)
    if problems:
        raise together(problems)
    return good


def known(name: str) -> Switch:
    """The switch or setting of that name. Raises `Trouble` naming the nearest ones if there is none."""
    if name not in KNOWN:
        raise unknown_switch(name, tuple(setting.id for setting in SETTINGS))
    return KNOWN[name]


def _check(name: str, value: object) -> SwitchValue:
    if isinstance(value, dict | list):
        raise Trouble("not_flat", name=name)
    switch = known(name)
    if isinstance(value, str | bool) and value in switch.values:
        return value
    if switch.is_yes_no:
        raise Trouble("not_yes_or_no", name=name, value=value)
    allowed = tuple(written(each) for each in switch.values)
    if not isinstance(value, str):
        raise Trouble("not_a_text", name=name, value=value, allowed=allowed)
    near = nearest(value, allowed, 1)
    if near:
        raise Trouble("unknown_value_near", name=name, value=value, allowed=allowed, nearest=near)
    raise Trouble("unknown_value", name=name, value=value, allowed=allowed)


def _plain(name: str, value: str) -> SwitchValue:
    """The typed value of a written one: a yes or a no in any of their spellings, otherwise the text itself."""
    switch = KNOWN.get(name)
    if switch and switch.is_yes_no:
        if value.lower() in YES:
            return True
        if value.lower() in NO:
            return False
    return value
