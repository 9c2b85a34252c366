"""A3 to A6, C10, C11: the store is emptied, the application restarted, the key changed, another instance asked."""

from __future__ import annotations

from sessionlab.card.experiment import Experiment
from sessionlab.card.result import MEANING, STOP
from sessionlab.card.run import ALIVE, DEAD, LATER, NO_LIVING_CONTROL, SETTLED, Answer, Run, wait
from sessionlab.card.subject import NotDone, Setting, Subject

TWO = Setting(second_instance=True)
AT_ONCE, WITHOUT_STORE = "at_once", "without_store"
BY_STEP = (("Introspect", "identity_provider"), ("FindKey", "server_record"))
"""Whom the server was seen to ask, where neither store nor value explains that it knows."""


def clear_store(run: Run) -> Answer:
    """Log in; delete all session records; `/me`."""
    subject = run.logged_in(lasting=False)
    copy = run.living(subject)
    _empty(subject)
    return Answer("not_in_that_store" if run.known("me", subject, subject.me_with(copy)) else "server_record")


def _empty(subject: Subject) -> None:
    """Empty the store; that nothing is in it is as good."""
    try:
        subject.do("clear_store")
    except NotDone as reason:
        if reason.code != "store_empty":
            raise


def _after(run: Run, action: str) -> bool:
    """Is the copy still known after this was done to the server?"""
    subject = run.logged_in(lasting=False)
    copy = run.living(subject)
    subject.do(action)
    return run.known("me", subject, subject.me_with(copy))


def restart(run: Run) -> Answer:
    """Log in; restart the application; `/me`."""
    return Answer("outside_the_process" if _after(run, "restart") else "process_memory")


def new_key(run: Run) -> Answer:
    """Log in; change the signing key; `/me`."""
    return Answer("no_key" if _after(run, "rotate_key") else "signing_key")


def restart_stops(run: Run) -> Answer:
    """As A4."""
    return Answer(ALIVE if _after(run, "restart") else DEAD)


def new_key_stops(run: Run) -> Answer:
    """As A5."""
    return Answer(ALIVE if _after(run, "rotate_key") else DEAD)


def second_instance(run: Run) -> Answer:
    """Log in at one instance; `/me` at both, several times; empty the store, and ask again."""
    subject = run.logged_in(setting=TWO, lasting=False)
    copy = subject.copy()
    if not run.known(f"me,{AT_ONCE}", subject, subject.me_with(copy)):
        raise NotDone(NO_LIVING_CONTROL)
    wait(subject, SETTLED)
    told = subject.me_with(copy)
    run.known(f"me,{LATER}", subject, told)
    if set(told.users) != {subject.user}:
        return Answer("per_instance_memory")
    _empty(subject)
    told = subject.me_with(copy)
    if not run.known(f"me,{WITHOUT_STORE}", subject, told):
        return Answer("server_record")
    if subject.legible(copy) or not _after(run, "rotate_key"):
        return Answer("inside_the_value")
    return Answer(next((answer for step, answer in BY_STEP if step in (told.asked or ())), "none_found"))


EXPERIMENTS = (
    Experiment("A3_clear_store", MEANING, ("server_record", "not_in_that_store"), clear_store, server_side=True),
    Experiment("A4_restart", MEANING, ("process_memory", "outside_the_process"), restart),
    Experiment("A5_new_key", MEANING, ("signing_key", "no_key"), new_key, server_side=True),
    Experiment(
        "A6_second_instance",
        MEANING,
        ("inside_the_value", "server_record", "per_instance_memory", "identity_provider", "none_found"),
        second_instance,
        server_side=True,
    ),
    Experiment("C10_restart", STOP, (ALIVE, DEAD), restart_stops),
    Experiment("C11_key_rotation", STOP, (ALIVE, DEAD), new_key_stops, server_side=True),
)
