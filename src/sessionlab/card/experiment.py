"""What an experiment is, and how it comes to a result."""

from __future__ import annotations

from collections.abc import Callable

from sessionlab.card.result import NOT_TESTED, Reading, Result
from sessionlab.card.run import Answer, Run
from sessionlab.card.subject import Fresh, NotDone
from sessionlab.value import Value


class Experiment(Value):
    """One experiment: its id, the question that it belongs to, and all answers that its rule can give, worst first.

    `worrying`: the answers that tell of something an attacker can do; where there are some, the others reassure.
    `server_side`: it needs access to the server's side; the others need its public HTTP alone.
    `run`: does it, and judges what happened by its rule.
    """

    id: str
    question: str
    answers: tuple[str, ...]
    run: Callable[[Run], Answer]
    server_side: bool = False
    worrying: tuple[str, ...] = ()

    def tone(self, result: Result) -> str:
        """How good a result is: `worrying`, `reassuring`, `plain` where neither, `not_tested`."""
        if not result.tested:
            return NOT_TESTED
        if not self.worrying:
            return "plain"
        return "worrying" if result.answer in self.worrying else "reassuring"

    def badness(self, result: Result) -> int:
        """The place of a result among the answers, the worst first; what was not tested comes last."""
        return self.answers.index(result.answer) if result.tested else len(self.answers)


def result_of(experiment: Experiment, fresh: Fresh) -> Result:
    """Do an experiment on a fresh application, once for each of its instances; the worst answer counts.

    What could not be done is not tested, never "dead" or "cannot".
    """
    turns = fresh().instances
    return min((_once(experiment, Run(fresh, turn)) for turn in range(turns)), key=experiment.badness)


def _once(experiment: Experiment, run: Run) -> Result:
    try:
        answer = experiment.run(run)
    except NotDone as reason:
        return untested(experiment, reason.code, tuple(run.readings))
    return Result(experiment.id, experiment.question, answer.code, answer.limit, readings=tuple(run.readings))


def untested(experiment: Experiment, why: str, readings: tuple[Reading, ...] = ()) -> Result:
    """The result of an experiment that could not be done, and why."""
    return Result(experiment.id, experiment.question, NOT_TESTED, why=why, readings=readings)
