"""C14, C15: logging in again, and the refresh token that two people use."""

from __future__ import annotations

from sessionlab.card.experiment import Experiment
from sessionlab.card.result import STOP
from sessionlab.card.run import ALIVE, DEAD, DEAD_AT_LIMIT, Answer, Run, wait
from sessionlab.card.subject import Subject

SERVED = 200
GRACE = 60
"""Seconds after which no grace for two tabs is left."""


def second_login(run: Run) -> Answer:
    """Log in; copy; log in again; `/me` with the copy."""
    subject = run.logged_in()
    copy = run.living(subject)
    wait(subject, 1)
    subject.log_in()
    return run.stopped("copy", subject, copy)


def refresh_reuse(run: Run) -> Answer:
    """Copy the refresh token; the owner refreshes; the thief refreshes; the owner refreshes."""
    subject = run.logged_in()
    subject.do("copy_credential=refresh")
    _served(run, subject, "owner", "refresh")
    wait(subject, GRACE)
    thief = _served(run, subject, "thief", "attacker:refresh")
    owner = _served(run, subject, "owner_again", "refresh")
    return Answer("static" if thief else "rotation" if owner else "family_revoked")


def _served(run: Run, subject: Subject, about: str, action: str) -> bool:
    subject.do(action)
    served = any(one.status == SERVED for one in subject.heard)
    run.note(about, "served" if served else "refused", subject)
    return served


EXPERIMENTS = (
    Experiment("C14_second_login", STOP, (ALIVE, DEAD_AT_LIMIT, DEAD), second_login),
    Experiment(
        "C15_refresh_reuse", STOP, ("static", "rotation", "family_revoked"), refresh_reuse, worrying=("static",)
    ),
)
