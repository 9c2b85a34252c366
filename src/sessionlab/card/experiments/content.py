"""A7 to A9: can the value be read, changed, and does an older one bring older data back?"""

from __future__ import annotations

from sessionlab.card.experiment import Experiment
from sessionlab.card.result import MEANING
from sessionlab.card.run import NO_LIVING_CONTROL, SETTLED, Answer, Run, knows, wait
from sessionlab.card.subject import Copy, NotDone, Subject


def decode(run: Run) -> Answer:
    """Log in; decode the values; look for the user's name."""
    subject = run.logged_in(lasting=False)
    found = subject.legible(subject.copy())
    run.note("user_name", "found" if found else "not_found", subject, subject.me())
    return Answer("readable" if found else "not_readable")


def tamper(run: Run) -> Answer:
    """Change a little of the value at each place; `/me` each time; in the end, `/me` with the value as it was."""
    subject = run.logged_in(lasting=False)
    copy = run.living(subject)
    altered = subject.altered(copy)
    if not altered:
        raise NotDone("nothing_to_alter")
    accepted = [_is_accepted(run, subject, *one) for one in altered]
    if not any(accepted) and not knows(subject, subject.me_with(copy)):
        raise NotDone(NO_LIVING_CONTROL)
    run.note("changes_tried", str(len(altered)), subject, subject.me_with(copy))
    return Answer("not_protected" if any(accepted) else "protected")


def _is_accepted(run: Run, subject: Subject, name: str, changes: bool, copy: Copy) -> bool:
    """Was a change of what the value says believed? One that says the same does not count."""
    told = subject.me_with(copy)
    known = any(user is not None for user in told.users)
    value = "accepted" if changes else "accepted_but_says_the_same"
    if known and not any((one.about, one.value) == (name, value) for one in run.readings):
        run.note(name, value, subject, told)
    return known and changes


def older_value(run: Run) -> Answer:
    """Log in; copy; change session data; ask with the copy: old data or new?"""
    subject = run.logged_in(lasting=False)
    copy = run.living(subject)
    old = subject.kept_for(copy)
    wait(subject, 1)
    subject.do("visit=/cart")
    wait(subject, SETTLED)
    new = subject.kept_for()
    if new == old:
        raise NotDone("no_session_data")
    seen = subject.kept_for(copy)
    run.note("data", "new" if seen == new else "old", subject, subject.me_with(copy))
    return Answer("server_record" if seen == new else "inside_the_value")


EXPERIMENTS = (
    Experiment("A7_decode", MEANING, ("readable", "not_readable"), decode),
    Experiment("A8_tamper", MEANING, ("not_protected", "protected"), tamper, worrying=("not_protected",)),
    Experiment("A9_older_value", MEANING, ("inside_the_value", "server_record"), older_value),
)
