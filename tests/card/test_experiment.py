"""How an experiment comes to a result."""

from __future__ import annotations

import pytest

from sessionlab.card.experiment import Experiment, result_of, untested
from sessionlab.card.result import Result
from sessionlab.card.run import Answer, Run
from sessionlab.card.simulated import simulated
from sessionlab.card.subject import NotDone
from sessionlab.design.design import Design

HERE = simulated(Design())
BOTH = simulated(Design(app_instances="two"))


def judging(run: Run) -> Answer:
    run.note("something", "seen", run.fresh())
    raise NotDone("not_offered")


def by_turn(run: Run) -> Answer:
    return Answer("bad" if run.turn else "good")


def test_what_could_not_be_done_is_not_tested_and_says_why():
    result = result_of(Experiment("X", "stop", ("dead_at_once",), judging), HERE)
    assert (result.answer, result.why, result.read("something")) == ("not_tested", "not_offered", "seen")


def test_each_instance_is_asked_and_the_worst_answer_counts():
    experiment = Experiment("X", "stop", ("bad", "good"), by_turn)
    assert result_of(experiment, HERE).answer == "good"
    assert result_of(experiment, BOTH).answer == "bad"


@pytest.mark.parametrize(
    ("answer", "tone"), [("bad", "worrying"), ("good", "reassuring"), ("not_tested", "not_tested")]
)
def test_a_result_worries_reassures_or_was_not_tested(answer: str, tone: str):
    experiment = Experiment("X", "stop", ("bad", "good"), by_turn, worrying=("bad",))
    assert experiment.tone(Result("X", "stop", answer)) == tone
    assert Experiment("X", "stop", ("good",), by_turn).tone(Result("X", "stop", "good")) == "plain"


def test_what_was_not_tested_is_never_the_worst():
    experiment = Experiment("X", "stop", ("bad", "good"), by_turn)
    assert experiment.badness(untested(experiment, "not_offered")) > experiment.badness(Result("X", "stop", "good"))
