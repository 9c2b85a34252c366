"""A10, C12, C13: the user record is changed, the session revoked, the account disabled by an operator."""

from __future__ import annotations

from sessionlab.card.experiment import Experiment
from sessionlab.card.result import MEANING, STOP
from sessionlab.card.run import ALIVE, DEAD, DEAD_AT_LIMIT, Answer, Run
from sessionlab.card.subject import DEVICE2

WHOLE_ACCOUNT = "whole_account_dead"


def user_record(run: Run) -> Answer:
    """Log in; change the role; `/me`: does it say the new role? And does it know a disabled account?"""
    subject = run.logged_in(lasting=False)
    copy = run.living(subject)
    subject.do("change_role=admin")
    told = subject.me_with(copy)
    new = "admin" in told.roles
    run.note("role", "new" if new else "old", subject, told)
    other = run.logged_in(lasting=False)
    copy = run.living(other)
    other.do("disable_account")
    run.known("disabled", other, other.me_with(copy))
    return Answer("user_record" if new else "snapshot")


def revoke(run: Run) -> Answer:
    """Log in, on another device too; copy; an operator revokes; ask with the copy, and again after any cache."""
    return _operated(run, "revoke_credential")


def disabled(run: Run) -> Answer:
    """Log in; the account is disabled; `/me`."""
    subject = run.logged_in()
    copy = run.living(subject)
    subject.do("disable_account")
    return run.stopped("copy", subject, copy)


def _operated(run: Run, action: str) -> Answer:
    subject = run.logged_in(DEVICE2)
    copy = run.living(subject)
    subject.do(action)
    answer = run.stopped("copy", subject, copy)
    other = run.known("other_device", subject, subject.me(DEVICE2))
    return Answer(WHOLE_ACCOUNT) if answer.code == DEAD and not other else answer


EXPERIMENTS = (
    Experiment("A10_user_record", MEANING, ("user_record", "snapshot"), user_record, server_side=True),
    Experiment(
        "C12_revoke", STOP, (ALIVE, DEAD_AT_LIMIT, DEAD, WHOLE_ACCOUNT), revoke, server_side=True, worrying=(ALIVE,)
    ),
    Experiment(
        "C13_account_disabled", STOP, (ALIVE, DEAD_AT_LIMIT, DEAD), disabled, server_side=True, worrying=(ALIVE,)
    ),
)
