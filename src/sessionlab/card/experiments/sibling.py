"""B5: what a sibling host of the same site receives, and whether it can put somebody else's login in the place."""

from __future__ import annotations

from sessionlab.card.experiment import Experiment
from sessionlab.card.experiments.page_script import CAN_COPY, CANNOT, NOT_SEEN, SEEN
from sessionlab.card.result import ACCESS
from sessionlab.card.run import Answer, Run, tried
from sessionlab.card.subject import ATTACKER, Subject, carries

CAN_REPLACE = "can_replace"


def subdomain(run: Run) -> Answer:
    """Visit a sibling host; the sibling sets a cookie of the same name; `/me`."""
    received = _receives(run, run.logged_in(), "received")
    if not received:
        loose = run.logged_in()
        if loose.loosen("host_only"):
            _receives(run, loose, "without_host_only")
    replaced = _replaces(run)
    return Answer(CAN_COPY if received else CAN_REPLACE if replaced else CANNOT)


def _receives(run: Run, subject: Subject, about: str) -> bool:
    copy = run.carrying(subject)
    subject.do("visit=sibling")
    received = any(carries(one.request, copy) for one in subject.heard)
    run.note(about, SEEN if received else NOT_SEEN, subject)
    return received


def _replaces(run: Run) -> bool:
    subject = run.logged_in()
    subject.log_in(ATTACKER)
    replaced = False
    if tried(subject, "plant_cookie=subdomain"):
        told = subject.me()
        replaced = subject.other in told.users
        run.note("who_is_me", "somebody_else" if replaced else "the_user_or_nobody", subject, told)
    return replaced


EXPERIMENTS = (
    Experiment("B5_subdomain", ACCESS, (CAN_COPY, CAN_REPLACE, CANNOT), subdomain, worrying=(CAN_COPY, CAN_REPLACE)),
)
