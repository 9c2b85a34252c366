"""B10: can a value be guessed? A sample can show weakness, and can never prove that there is none."""

from __future__ import annotations

from sessionlab.card.experiment import Experiment
from sessionlab.card.result import ACCESS
from sessionlab.card.run import Answer, Run, knows
from sessionlab.card.subject import ATTACKER, ELSEWHERE, Copy, NotOffered, Subject

SAMPLE = 1000
WEAK, NOTHING_SEEN = "weakness_seen", "no_weakness_seen"


def guess(run: Run) -> Answer:
    """Collect 1000 values: are they distinct, do places stay the same? Are the neighbours of one accepted?"""
    names = run.carriers()
    subject = run.fresh()
    subject.log_in(ATTACKER)
    subject.log_in()
    accepted = any(_opens(subject, copy) for copy in subject.neighbours(subject.copy(ATTACKER)))
    run.note("neighbours", "accepted" if accepted else "not_accepted", subject)
    repeats = _repeats(run, names)
    return Answer(WEAK if accepted or repeats else NOTHING_SEEN)


def _opens(subject: Subject, copy: Copy) -> bool:
    return knows(subject, subject.me_with(copy, ELSEWHERE))


def _repeats(run: Run, names: tuple[str, ...]) -> bool:
    """Does a value come twice in the sample? Where there is no sample, nothing was seen."""
    subject = run.fresh()
    try:
        values = subject.sample(SAMPLE, names)
    except NotOffered:
        run.note("sample", "not_tested", subject)
        return False
    distinct = len(set(values))
    run.note("values", str(len(values)), subject)
    run.note("distinct", str(distinct), subject)
    run.note("constant_places", str(constant_places(values)), subject)
    return distinct < len(values)


def constant_places(values: tuple[str, ...]) -> int:
    """At how many places all values have the same character."""
    return sum(len(set(characters)) == 1 for characters in zip(*values, strict=False)) if values else 0


EXPERIMENTS = (Experiment("B10_guess", ACCESS, (WEAK, NOTHING_SEEN), guess, worrying=(WEAK,)),)
