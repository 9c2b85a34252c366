"""Which single switch would have turned the end of a play: found by playing it again, never from a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sessionlab.design.design import Design
from sessionlab.design.space import design_from
from sessionlab.design.switch import SwitchValue
from sessionlab.design.switches import SWITCHES
from sessionlab.design.validity import is_possible
from sessionlab.value import Value
from sessionlab.world.outcome import BY_ATTACKER, BY_BOTH, trials_on, who_succeeds
from sessionlab.world.play import Play, play
from sessionlab.world.verbs.verb import RIGHTFUL


class Turn(Value):
    """A single other choice after which the attacker would fare differently."""

    switch: str
    value: SwitchValue


class _Watched:
    """A design that notes which of its switches are read: one that nobody read cannot have decided anything."""

    def __init__(self, design: Design) -> None:
        self._design = design
        self.read: set[str] = set()

    def __getattr__(self, switch: str) -> Any:
        self.read.add(switch)
        return getattr(self._design, switch)

    def later(self, switches: str | tuple[str, ...], function: Any = None, *arguments: Any) -> Any:
        self.read.update((switches,) if isinstance(switches, str) else switches)
        return self._design.later(switches, function, *arguments)

    def decide(self, switch: str, function: Callable[..., Any], *arguments: Any) -> Any:
        self.read.add(switch)
        return self._design.decide(switch, function, *arguments)

    def possibly(self, switch: str, function: Callable[[Any], bool]) -> bool:
        self.read.add(switch)
        return self._design.possibly(switch, function)


def attacker_succeeds(done: Play) -> bool:
    """Does the play end with the attacker answered as the victim?"""
    return who_succeeds(trials_on(done.end, done.design)) in (BY_ATTACKER, BY_BOTH)


def turns(done: Play) -> tuple[Turn, ...]:
    """All single changes of the design after which the same actions end otherwise for the attacker."""
    read = switches_read(done)
    return tuple(
        Turn(switch.id, value)
        for switch in SWITCHES
        if switch.id in read
        for value in switch.values
        if value != getattr(done.design, switch.id) and _turns(done, design_from({switch.id: value}, done.design))
    )


def _turns(done: Play, changed: Design) -> bool:
    """Does the attacker fare differently, while the user's own requests are answered as before?

    A design under which the user cannot log in at all decides nothing about copies.
    """
    if not is_possible(changed):
        return False
    again = _again(done, changed)
    return _users_side(again) == _users_side(done) and attacker_succeeds(again) != attacker_succeeds(done)


def _users_side(done: Play) -> tuple[Any, ...]:
    """What the rightful user's requests came to."""
    answers = (exchange.response for exchange in done.exchanges if exchange.action.actor in RIGHTFUL)
    return tuple(
        (answer.status, answer.content, answer.user, answer.ground == "logged_out") for answer in answers if answer
    )


def switches_read(done: Play) -> frozenset[str]:
    """The switches that somebody looked at during the play and the trials after it."""
    watched: Any = _Watched(done.design)
    trials_on(_again(done, watched).end, watched)
    return frozenset(watched.read)


def _again(done: Play, design: Design) -> Play:
    return play(design, done.actions, done.policy, done.seed, done.environment)
