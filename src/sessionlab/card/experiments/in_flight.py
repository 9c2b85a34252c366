"""C4, C5: a slow request is overtaken by the logout, and finishes afterwards."""

from __future__ import annotations

from sessionlab.card.experiment import Experiment
from sessionlab.card.result import STOP
from sessionlab.card.run import ALIVE, DEAD, DEAD_AT_LIMIT, Answer, Run, knows, wait

REVIVED = "revived"


def write(run: Run) -> Answer:
    """Log in; copy; start a slow request that writes; log out; let it finish; `/me` in the browser, with the copy."""
    return _over_logout(run, "write")


def read(run: Run) -> Answer:
    """The same with a request that only reads."""
    return _over_logout(run, "read")


def _over_logout(run: Run, kind: str) -> Answer:
    subject = run.logged_in()
    wait(subject, 1)
    copy = run.living(subject)
    subject.do(f"start_request={kind}")
    wait(subject, 1)
    subject.do("logout")
    subject.do("finish_request")
    browser = run.known("browser", subject, subject.me())
    answer = run.stopped("copy", subject, copy)
    if answer.code != ALIVE and not browser:
        return answer
    return Answer(ALIVE if _logout_ends_nothing(run) else REVIVED)


def _logout_ends_nothing(run: Run) -> bool:
    """Without any request in flight, does a copy outlive the logout anyway? Then nothing was revived."""
    return any(_outlives(run.at(turn)) for turn in range(run.fresh().instances))


def _outlives(run: Run) -> bool:
    subject = run.logged_in()
    copy = run.living(subject)
    subject.do("logout")
    return knows(subject, subject.me_with(copy))


EXPERIMENTS = (
    Experiment("C4_inflight_write", STOP, (REVIVED, ALIVE, DEAD_AT_LIMIT, DEAD), write, worrying=(REVIVED, ALIVE)),
    Experiment("C5_inflight_read", STOP, (REVIVED, ALIVE, DEAD_AT_LIMIT, DEAD), read, worrying=(REVIVED, ALIVE)),
)
