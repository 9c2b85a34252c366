"""What became different: two traces compared exchange by exchange, by what they mean.

The texts of credentials differ as soon as anything does, so each counts as its kind only.
"""

from __future__ import annotations

from collections.abc import Iterator

from sessionlab.design.switch import SwitchValue
from sessionlab.render.form import Exchange, Trace
from sessionlab.value import Value, to_json

FIELDS = {
    "request": ("request",),
    "sent": ("sent", "withheld"),
    "steps": ("steps",),
    "response": ("response",),
    "cookies": ("stored", "refused"),
    "jar": ("browsers",),
    "store": ("store", "denied", "accounts", "deeds"),
    "auth": ("auth",),
    "state": ("state",),
}
"""The parts of an exchange that the page shows apart, with the fields of the trace that each is made from."""


class Difference(Value):
    """One exchange that became different: its number in the new trace, and in which parts. All, if it is new."""

    number: int
    parts: tuple[str, ...]
    before: int | None


class Effect(Value):
    """What one switch did alone. `differences` is null where it cannot be changed alone."""

    switch: str
    old: SwitchValue
    new: SwitchValue
    differences: tuple[Difference, ...] | None


class Changes(Value):
    """What is different from the previous trace, in all and by each switch alone.

    `gone`: the exchanges of the previous trace that have no match.
    """

    differences: tuple[Difference, ...]
    gone: tuple[int, ...]
    switches: tuple[Effect, ...] = ()


def differences(old: Trace, new: Trace) -> Changes:
    """Compare two traces. The n-th exchange of an action is compared with the n-th of the same action."""
    before, after = dict(_placed(old)), dict(_placed(new))
    plain_old, plain_new = _Plain(old), _Plain(new)
    found = []
    for place, exchange in after.items():
        match = before.get(place)
        if match is None or match.action != exchange.action:
            found.append(Difference(exchange.number, tuple(FIELDS), None))
            continue
        parts = tuple(part for part in FIELDS if plain_old.part(match, part) != plain_new.part(exchange, part))
        if parts:
            found.append(Difference(exchange.number, parts, match.number))
    gone = tuple(exchange.number for place, exchange in before.items() if place not in after)
    return Changes(tuple(found), gone)


def _placed(trace: Trace) -> Iterator[tuple[tuple[int, int], Exchange]]:
    """Each exchange with the place of its action among the actions, refused ones counted, and its part."""
    refused = [one.before for one in trace.refused_actions]
    done = 0
    for exchange in trace.exchanges:
        done += exchange.part == 1
        yield (done + sum(before <= exchange.number for before in refused), exchange.part), exchange


class _Plain:
    """Writes parts of exchanges without the texts of credentials."""

    def __init__(self, trace: Trace) -> None:
        # The longest first: one text may be part of another.
        known = sorted(trace.credentials, key=lambda one: -len(one.text))
        self._texts = [(text, f"({one.kind})") for one in known for text in (one.text, one.short)]
        self._ids = {one.id: one.kind for one in known}

    def part(self, exchange: Exchange, part: str) -> str:
        """The part as text in which equal meaning is equal text."""
        text = to_json([getattr(exchange, field) for field in FIELDS[part]]).decode()
        for credential, kind in self._texts:
            text = text.replace(credential, kind)
        for id in self._ids:
            text = text.replace(f'"{id}"', '"(id)"')
        return text
