"""B9, C16: a copy in somebody else's hands, and to what a value is bound."""

from __future__ import annotations

from sessionlab.card.experiment import Experiment
from sessionlab.card.result import ACCESS, STOP
from sessionlab.card.run import Answer, Run
from sessionlab.card.subject import ATTACKER, ELSEWHERE, NotDone, NotOffered, Place

ONE_BY_ONE = (
    ("address", "another_address", Place(address=ATTACKER)),
    ("agent", "another_agent", Place(agent=ATTACKER)),
    ("key", "another_key", Place(key=ATTACKER)),
)
"""What may be varied, what the reading is about, and the place that differs in this alone."""


def second_device(run: Run) -> Answer:
    """Log in; copy everything to another client; `/me`; and if that is nobody, vary one thing at a time."""
    if _is_known(run, "another_client", ELSEWHERE):
        return Answer("bearer")
    bound = _bound_to(run)
    return Answer("bound", ",".join(bound) or "all_together")


def device_change(run: Run) -> Answer:
    """Copy; another address, another User-Agent, another key."""
    bound = _bound_to(run)
    return Answer("bound", ",".join(bound)) if bound else Answer("not_bound")


def _bound_to(run: Run) -> tuple[str, ...]:
    """What may not change; raises `NotDone` where nothing could be varied."""
    found, tested = [], False
    for name, about, place in ONE_BY_ONE:
        try:
            known = _is_known(run, about, place)
        except NotOffered:
            continue
        tested = True
        if not known:
            found.append(name)
    if not tested:
        raise NotDone("nothing_to_vary")
    return tuple(found)


def _is_known(run: Run, about: str, place: Place) -> bool:
    subject = run.logged_in()
    copy = run.living(subject)
    return run.known(about, subject, subject.me_with(copy, place))


EXPERIMENTS = (
    Experiment("B9_second_device", ACCESS, ("bearer", "bound"), second_device),
    Experiment("C16_device_change", STOP, ("not_bound", "bound"), device_change),
)
