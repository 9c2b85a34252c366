"""A7 to A9: can the value be read, changed, and does an older one bring older data back?"""

from __future__ import annotations

from sessionlab.card.experiment import Experiment
from sessionlab.card.result import MEANING
from sessionlab.card.run import SETTLED, Answer, Run, wait
from sessionlab.card.subject import NotDone


def decode(run: Run) -> Answer:
    """Log in; decode the values; look for the user's name."""
    subject = run.logged_in(lasting=False)
    found = subject.legible(subject.copy())
    run.note("user_name", "found" if found else "not_found", subject, subject.me())
    return Answer("readable" if found else "not_readable")


def tamper(run: Run) -> Answer:
    """Change a little of the value at each place; `/me`."""
    ways = len(_altered(run))
    if not ways:
        raise NotDone("nothing_to_alter")
    accepted = [_is_accepted(run, place) for place in range(ways)]
    run.note("changes_tried", str(ways), run.fresh())
    return Answer("not_protected" if any(accepted) else "protected")


def _altered(run: Run) -> tuple[tuple[str, bool, object], ...]:
    subject = run.logged_in(lasting=False)
    return subject.altered(subject.copy())


def _is_accepted(run: Run, place: int) -> bool:
    """Was a change of what the value says believed? One that says the same does not count."""
    subject = run.logged_in(lasting=False)
    altered = subject.altered(subject.copy())
    if place >= len(altered):
        return False
    name, changes, copy = altered[place]
    told = subject.me_with(copy)
    known = any(user is not None for user in told.users)
    if known:
        run.note(name, "accepted" if changes else "accepted_but_says_the_same", subject, told)
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
