"""A0 to A2: does the login stick, and which of the client's values carry it?"""

from __future__ import annotations

from sessionlab.card.experiment import Experiment
from sessionlab.card.result import MEANING
from sessionlab.card.run import LATER, LOGIN_DOES_NOT_STICK, SETTLED, Answer, Run, wait
from sessionlab.card.subject import Copy
from sessionlab.http.message import Request

PLACES = ("cookies", "headers", "query", "fields")
CHECKS = (
    "LookUp",
    "CheckMac",
    "Verify",
    "CheckSeal",
    "Introspect",
    "FindKey",
    "IsDenied",
    "CurrentVersion",
    "FindAccount",
    "SeenBefore",
)
"""Steps of the server by which it decides whom it believes; the others do not judge."""


def control(run: Run) -> Answer:
    """Log in; `/me`."""
    subject = run.fresh()
    subject.log_in()
    told = subject.me()
    if not run.known("me", subject, told):
        return Answer(LOGIN_DOES_NOT_STICK)
    if set(told.users) != {subject.user} and wait(subject, SETTLED):
        told = subject.me()
        run.known(f"me,{LATER}", subject, told)
    run.note("carried", place_in(told.request, run.carrying(subject)), subject, told)
    if told.asked is not None:
        for step in [step for step in told.asked if step in CHECKS] or ["nothing"]:
            run.note("asked", step, subject, told)
    return Answer("known" if set(told.users) == {subject.user} else "known_at_some_instances")


def place_in(request: Request | None, copy: Copy) -> str:
    """Where a request carries what the client holds: a cookie, a header, the address, the body; or nowhere."""
    values = [piece.value for piece in copy]
    pairs = () if request is None else tuple((where, getattr(request, where)) for where in PLACES)
    return next((where for where, found in pairs if any(value in values for _, value in found)), "nothing")


def drop_client_copy(run: Run) -> Answer:
    """Log in; delete the client's copy; `/me`; put the copy back; `/me`."""
    subject = run.logged_in()
    copy = subject.copy()
    subject.put(())
    without = run.known("deleted", subject, subject.me())
    subject.put(copy)
    again = run.known("put_back", subject, subject.me())
    if without:
        return Answer("not_necessary")
    return Answer("necessary_and_enough" if again else "not_enough")


def each_value_alone(run: Run) -> Answer:
    """Log in; for each value that the client holds, `/me` with that value alone, and with all but that value."""
    parts = [_part_of(run, piece.name) for piece in run.logged_in().copy()]
    if parts.count("enough_alone") > 1:
        return Answer("second_credential")
    if "enough_alone" in parts or "carries_the_session" in parts:
        return Answer("one_value" if parts.count("no_part") == len(parts) - 1 else "several_needed")
    return Answer("no_value_alone")


def _part_of(run: Run, name: str) -> str:
    """What one value does for the login."""
    alone, without = run.known_with(name, alone=True), run.known_with(name, alone=False)
    part = "no_part" if without and not alone else "enough_alone" if alone else "carries_the_session"
    subject = run.logged_in()
    told = subject.me_with(tuple(piece for piece in subject.copy() if piece.name == name))
    return run.note(name, part, subject, told)


EXPERIMENTS = (
    Experiment(
        "A0_control",
        MEANING,
        (LOGIN_DOES_NOT_STICK, "known_at_some_instances", "known"),
        control,
        worrying=(LOGIN_DOES_NOT_STICK, "known_at_some_instances"),
    ),
    Experiment(
        "A1_drop_client_copy", MEANING, ("not_necessary", "not_enough", "necessary_and_enough"), drop_client_copy
    ),
    Experiment(
        "A2_each_cookie_alone",
        MEANING,
        ("second_credential", "no_value_alone", "several_needed", "one_value"),
        each_value_alone,
    ),
)
