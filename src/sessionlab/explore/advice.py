"""What to change in a design so that attacks fail, and how little is missing for one to succeed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sessionlab.attacks.attack import Attack
from sessionlab.design.design import Design
from sessionlab.explore.fix import Fix, least_changes, within
from sessionlab.explore.merged import Explorer, Outcome
from sessionlab.explore.universe import design_sets, universe
from sessionlab.value import Value
from sessionlab.world.state import World

BUDGETS = (4, 10, 24, 60)
"""How much a change may cost that is looked for first, second, … Each answer is exact: what costs more than the budget
costs more than what was found within it."""


class Advice(Value):
    """The cheapest changes, all equally cheap; without any, none that cost no more than `budget` lead there."""

    fixes: tuple[Fix, ...]
    budget: int


class Adviser:
    """Gives advice on designs. Holds the tables that its questions share."""

    def __init__(self, start: World | None = None) -> None:
        sets = design_sets()
        self._explorer = Explorer(sets, universe(sets))
        self._start = start or World()

    def least_fix(self, design: Design, attacks: Iterable[Attack], keep: Iterable[Attack] = ()) -> Advice:
        """The cheapest changes after which none of these attacks succeeds, and all of `keep` works.

        The user can log in and act afterwards: a design under which nobody can is no fix. None within the largest
        budget means that everything dearer is another application.
        """
        attacks, keep = tuple(attacks), tuple(keep)
        return self._cheapest(
            design,
            lambda among: (
                *(self._ask(one, among).no for one in attacks),
                *(self._ask(one, among).yes for one in keep),
            ),
        )

    def least_break(self, design: Design, attack: Attack) -> Advice:
        """The cheapest changes after which this attack succeeds: how far away disaster is."""
        return self._cheapest(design, lambda among: (self._ask(attack, among).yes,))

    def _ask(self, attack: Attack, among: int) -> Outcome:
        return self._explorer.ask_attack(attack, self._start, among)

    def _cheapest(self, design: Design, targets_among: Callable[[int], tuple[int, ...]]) -> Advice:
        sets = self._explorer.sets
        for budget in BUDGETS:
            among = sets.both(self._explorer.universe, within(sets, design, budget))
            fixes = least_changes(sets, targets_among(among), design)
            if fixes:
                return Advice(fixes, budget)
        return Advice((), BUDGETS[-1])
