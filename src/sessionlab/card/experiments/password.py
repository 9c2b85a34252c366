"""C7a, C7b: the password is changed in this session, or on another device."""

from __future__ import annotations

from sessionlab.card.experiment import Experiment
from sessionlab.card.experiments.account import WHOLE_ACCOUNT
from sessionlab.card.result import STOP
from sessionlab.card.run import ALIVE, DEAD, DEAD_AT_LIMIT, Answer, Run
from sessionlab.card.subject import DEVICE2, VICTIM

ANSWERS = (ALIVE, DEAD_AT_LIMIT, DEAD, WHOLE_ACCOUNT)


def same_session(run: Run) -> Answer:
    """Log in; copy; change the password in this session; `/me` with the copy, and in the own browser."""
    return _changed_by(run, VICTIM, "change_password")


def other_session(run: Run) -> Answer:
    """Log in on two devices; copy the first; change the password on the second; `/me` with the copy."""
    return _changed_by(run, DEVICE2, f"{DEVICE2}:change_password")


def _changed_by(run: Run, who: str, action: str) -> Answer:
    subject = run.logged_in(*(() if who == VICTIM else (who,)))
    copy = run.living(subject)
    subject.do(action)
    answer = run.stopped("copy", subject, copy)
    own = run.known("own", subject, subject.me(who), who)
    return Answer(WHOLE_ACCOUNT) if answer.code == DEAD and not own else answer


EXPERIMENTS = (
    Experiment("C7a_password_change_same_session", STOP, ANSWERS, same_session, worrying=(ALIVE,)),
    Experiment("C7b_password_change_other_session", STOP, ANSWERS, other_session, worrying=(ALIVE,)),
)
