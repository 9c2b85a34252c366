"""The least change of switches that turns the outcome of one attack, as switches to flip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sessionlab.attacks import attack_named
from sessionlab.attacks.attack import WORKS, Attack
from sessionlab.design.change import Change
from sessionlab.design.design import Design
from sessionlab.design.space import FIRST_SCREEN, choices_for
from sessionlab.design.switch import SwitchValue
from sessionlab.errors import Trouble
from sessionlab.explore.advice import KEPT, Advice, Adviser
from sessionlab.explore.fix import Fix
from sessionlab.explore.own_steps import way_of
from sessionlab.value import Value, replace
from sessionlab.web.asked import FixAsked
from sessionlab.web.attacked import design_and_start, outcome_of
from sessionlab.web.limits import MOST_SECONDS_IN_TURN, in_time
from sessionlab.web.problem import located

BUDGETS = (4, 10, 24)
"""How far a page looks: as far as another kind of session and a little more. What is dearer is another application, and
takes many seconds to find; `session-lab fix` looks further."""
FIX, BREAK = "fix", "break"


class LeastChange(Value):
    """One of the cheapest changes. `design`: what the changed design says otherwise than the first screen's."""

    changes: tuple[Change, ...]
    design: dict[str, SwitchValue]


class Fixed(Value):
    """The answer. `kind`: `fix` if something is wrong now, `break` if it is told how little is missing for that.

    `turns`: all changes that cost the least, `cost` each; none if everything up to `cost` leaves the outcome as it is.
    """

    attack: str
    outcome: str
    kind: str
    cost: int
    turns: tuple[LeastChange, ...]


def fixed(asked: FixAsked) -> Fixed:
    """The cheapest changes that stop an attack, or let it succeed. Raises `Trouble` if that takes too long."""
    design, start = design_and_start(asked)
    try:
        attack = attack_named(asked.attack)
    except Trouble as trouble:
        raise located(trouble, "/attack") from trouble
    outcome = outcome_of(attack, way_of(attack, design, start).reached)
    # Its tables grow with every question, so that each request has its own.
    advice = _advice(Adviser(start), design, attack, outcome, _budgets())
    cost = advice.fixes[0].cost if advice.fixes else advice.budget
    turns = tuple(_turn(fix, design) for fix in advice.fixes)
    return Fixed(attack.id, outcome, FIX if is_wrong(attack, outcome) else BREAK, cost, turns)


def is_wrong(attack: Attack, outcome: str) -> bool:
    """Whether somebody would want this to be otherwise."""
    return outcome in ("succeeds", "broken")


def _advice(adviser: Adviser, design: Design, attack: Attack, outcome: str, budgets: Iterable[int]) -> Advice:
    kept = tuple(map(attack_named, KEPT))
    if attack.kind != WORKS:
        if is_wrong(attack, outcome):
            return adviser.least_fix(design, [attack], kept, budgets)
        return adviser.least_break(design, attack, budgets)
    if is_wrong(attack, outcome):
        return adviser.least_fix(design, [], dict.fromkeys((attack, *kept)), budgets)
    return adviser.least_fix(design, [attack], (), budgets)


def _budgets() -> Iterator[int]:
    try:
        yield from in_time(BUDGETS, MOST_SECONDS_IN_TURN)
    except Trouble as trouble:
        raise Trouble("fix_takes_too_long", **trouble.details) from trouble


def _turn(fix: Fix, design: Design) -> LeastChange:
    changed = replace(design, **{change.switch: change.new for change in fix.changes})
    return LeastChange(fix.changes, choices_for(changed, FIRST_SCREEN))
