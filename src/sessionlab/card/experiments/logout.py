"""C1 to C3, C6: logout, in the own browser, for a copy, by hand, on another device."""

from __future__ import annotations

from sessionlab.card.experiment import Experiment
from sessionlab.card.result import STOP
from sessionlab.card.run import ALIVE, DEAD, DEAD_AT_LIMIT, Answer, Run, knows
from sessionlab.card.subject import DEVICE2, NotDone, Subject


def own(run: Run) -> Answer:
    """Log in; log out; `/me` in the same browser. And does a click bring the login back, without a password?"""
    subject = run.logged_in()
    subject.do("logout")
    known = run.known("own_browser", subject, subject.me())
    _click(run, subject)
    return Answer(ALIVE if known else DEAD)


def _click(run: Run, subject: Subject) -> None:
    """Where there is a provider that may still know the browser."""
    try:
        subject.do("idp_login=same_browser")
    except NotDone:
        return
    run.known("after_a_click", subject, subject.me())


def copy(run: Run) -> Answer:
    """Log in; copy; log out; `/me` with the copy."""
    subject = run.logged_in()
    copied = run.living(subject)
    subject.do("logout")
    return run.stopped("copy", subject, copied)


def browser_only(run: Run) -> Answer:
    """Log in; copy; delete the cookie by hand; `/me` with the copy."""
    subject = run.logged_in()
    copied = run.living(subject)
    subject.put(())
    return run.stopped("copy", subject, copied)


def everywhere(run: Run) -> Answer:
    """Log in on two devices; log out on one; `/me` on the other."""
    subject = run.logged_in(DEVICE2)
    subject.do("logout")
    told = subject.me(DEVICE2)
    run.known("other_device", subject, told)
    return Answer("this_session" if knows(subject, told) else "all_sessions")


EXPERIMENTS = (
    Experiment("C1_logout_own", STOP, (ALIVE, DEAD), own, worrying=(ALIVE,)),
    Experiment("C2_logout_copy", STOP, (ALIVE, DEAD_AT_LIMIT, DEAD), copy, worrying=(ALIVE,)),
    Experiment("C3_logout_browser_only", STOP, (ALIVE, DEAD), browser_only),
    Experiment("C6_logout_everywhere", STOP, ("this_session", "all_sessions"), everywhere),
)
