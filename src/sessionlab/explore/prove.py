"""What is proven about one attack: for which designs it succeeds, exactly, and what decides that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, as_completed

from sessionlab.attacks import attack_named
from sessionlab.design.change import Change, difference
from sessionlab.design.environment import USUAL, Environment
from sessionlab.design.space import SEED_LAB
from sessionlab.design.switch import SwitchValue
from sessionlab.explore.cubes import Cube, cover
from sessionlab.explore.fix import least_changes, plainest
from sessionlab.explore.merged import Explorer, Outcome
from sessionlab.explore.portable import Portable, packed
from sessionlab.explore.sets import EMPTY
from sessionlab.explore.universe import design_sets, universe
from sessionlab.value import Value
from sessionlab.world.start import start_in

Given = tuple[tuple[str, tuple[SwitchValue, ...]], ...]
MOST_NODES = 200_000
"""An explorer whose diagrams have grown beyond this is given up for a new one, so that memory stays bounded."""
MOST_RESULTS = 200_000
"""Results of operations on sets that are kept from one question to the next."""
BATCH = 6
"""Questions that one task of an executor answers, one after the other, with tables that they share."""


class Question(Value):
    """For which of the designs that satisfy `given` does this attack reach its goal, with this browser?"""

    attack: str
    given: Given = ()
    environment: Environment = USUAL


class Pair(Value):
    """Two designs that differ in one switch alone, with different outcomes: `others` in both, `switch` at either."""

    others: tuple[Change, ...]
    switch: str
    reached_with: SwitchValue
    missed_with: SwitchValue


class Proof(Value):
    """The answer to a question, for all designs at once.

    `reached`, `missed`, `outside`: how many designs, exactly; together they are all that were asked about. `outside`
    are those in which a step of the rightful user's own can never succeed. `reached_by`, `missed_by`: the same as
    tables, widest rows first. `deciding`: the switches of which a change alone turns one outcome into the other; all
    others are proven not to. `example`: the plainest design in which the goal is reached, as what it changes in the
    default; `pair`: the plainest two that differ in one switch. `runs`: micro-steps that were run. `designs`: the three
    sets themselves.
    """

    question: Question
    reached: int
    missed: int
    outside: int
    reached_by: tuple[Cube, ...]
    missed_by: tuple[Cube, ...]
    deciding: tuple[str, ...]
    example: tuple[Change, ...] | None
    pair: Pair | None
    runs: int
    designs: Portable


class Prover:
    """Answers questions one after the other, with tables that they share."""

    def __init__(self) -> None:
        self._explorers: dict[Given, Explorer] = {}

    def prove(self, question: Question) -> Proof:
        """The exact answer. Raises `Trouble` for an attack that there is not."""
        attack = attack_named(question.attack)
        explorer = self._explorer(question.given)
        proof = _proof(question, explorer, explorer.ask_attack(attack, start_in(question.environment)))
        # What was combined for one attack is seldom asked for by the next.
        explorer.sets.forget_results(MOST_RESULTS)
        return proof

    def _explorer(self, given: Given) -> Explorer:
        known = self._explorers.get(given)
        if known is None or known.sets.nodes_made > MOST_NODES:
            sets = design_sets()
            known = Explorer(sets, universe(sets, dict(given)))
            self._explorers = {given: known}
        return known


def prove_all(questions: Iterable[Question], executor: Executor | None = None) -> Iterator[Proof]:
    """The answers to many questions, each as soon as it is there; the order is nobody's.

    `executor`: where to work (processes, or a cluster's, such as Dask's or Ray's); without one, here.
    """
    asked = tuple(questions)
    if executor is None:
        prover = Prover()
        yield from map(prover.prove, asked)
        return
    tasks: list[Future[tuple[Proof, ...]]] = [
        executor.submit(prove_batch, asked[place : place + BATCH]) for place in range(0, len(asked), BATCH)
    ]
    for task in as_completed(tasks):
        yield from task.result()


def prove_batch(questions: tuple[Question, ...]) -> tuple[Proof, ...]:
    """The answers to a few questions; what an executor runs."""
    return tuple(map(Prover().prove, questions))


def _proof(question: Question, explorer: Explorer, outcome: Outcome) -> Proof:
    sets = explorer.sets
    yes, no = outcome.yes, outcome.no
    deciding = tuple(name for name in sets.names if sets.tells_apart(name, yes, no))
    return Proof(
        question,
        sets.count(yes),
        sets.count(no),
        sets.count(outcome.outside),
        cover(sets, yes, no),
        cover(sets, no, yes),
        tuple(sorted(deciding)),
        None if yes == EMPTY else difference(SEED_LAB, plainest(sets, yes)),
        _pair(explorer, deciding, yes, no),
        outcome.runs,
        packed(sets, yes, no, outcome.outside),
    )


def _pair(explorer: Explorer, deciding: tuple[str, ...], yes: int, no: int) -> Pair | None:
    """The plainest design of which one switch more turns the outcome, and that switch."""
    sets, found = explorer.sets, []
    for name in deciding:
        for place, value in enumerate(sets.values[name]):
            for other, missed_with in enumerate(sets.values[name]):
                both = EMPTY if place == other else sets.both(sets.fixed(yes, name, place), sets.fixed(no, name, other))
                fixes = least_changes(sets, (both,), SEED_LAB) if both != EMPTY else ()
                found += [(fix.cost, name, value, missed_with, fix.changes) for fix in fixes[:1]]
    if not found:
        return None
    _, name, reached_with, missed_with, changes = min(found, key=lambda one: (one[0], len(one[4]), one[1]))
    return Pair(tuple(change for change in changes if change.switch != name), name, reached_with, missed_with)
