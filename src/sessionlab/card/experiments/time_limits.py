"""C8, C9: how long a copy lives that nobody touches, and one that is used again and again."""

from __future__ import annotations

from collections.abc import Callable

from sessionlab.card.experiment import Experiment
from sessionlab.card.result import STOP
from sessionlab.card.run import ALIVE, DEAD_AT_LIMIT, Answer, Run, knows
from sessionlab.card.subject import VICTIM, Copy, NotDone, Subject, Told
from sessionlab.engine.durations import ABSOLUTE_LIMIT

MARGIN = 60
"""Seconds beyond a limit, more than any leeway."""
SEVERAL = 3
MOST_ASKS = 120


def untouched(run: Run) -> Answer:
    """Log in; copy; wait past a limit, a longer one each time, on a fresh application; `/me` with the copy."""
    limit, subject, told = _first_limit(run)
    run.known("copy", subject, told)
    run.known("own_browser", subject, subject.me())
    return Answer(ALIVE) if limit is None else Answer(DEAD_AT_LIMIT, limit[0])


def _first_limit(run: Run) -> tuple[tuple[str, int] | None, Subject, Told]:
    """The first limit after which an untouched copy is dead, and the application with the last answer."""
    subject, told = run.fresh(), Told(())
    for limit in subject.limits:
        subject = run.logged_in()
        copy = run.living(subject)
        subject.do(f"wait={limit[1] + MARGIN}")
        told = subject.me_with(copy)
        if not knows(subject, told):
            return limit, subject, told
    return None, subject, told


def polled(run: Run) -> Answer:
    """Log in; copy; ask below the limit until several have passed: once with a fresh jar, once with a static copy."""
    first, subject, told = _first_limit(run)
    if first is None:
        run.known("copy", subject, told)
        return Answer(ALIVE)
    ends = [_ends(run, first[1], "fresh_jar", _with_jar), _ends(run, first[1], "static_copy", _with_copy)]
    if None in ends:
        return Answer(ALIVE)
    return Answer(DEAD_AT_LIMIT, max(filter(None, ends), key=_length_in(run)))


def _ends(run: Run, limit: int, about: str, ask: Callable[[Subject, Copy], bool]) -> str | None:
    """The limit after which a client that keeps asking is dead, or None."""
    subject = run.logged_in()
    copy = run.living(subject)
    pause, passed = limit // 2, 0
    horizon = SEVERAL * max(limit, *(seconds for _, seconds in subject.limits if seconds <= ABSOLUTE_LIMIT))
    for _ in range(min(MOST_ASKS, horizon // pause + 1)):
        subject.do(f"wait={pause}")
        passed += pause
        if not ask(subject, copy):
            name = [name for name, seconds in subject.limits if seconds <= passed][-1]
            run.note(about, name, subject)
            return name
    run.note(about, ALIVE, subject)
    return None


def _with_jar(subject: Subject, copy: Copy) -> bool:
    try:
        subject.do("me")
    except NotDone:
        return False
    return knows(subject, subject.me(VICTIM))


def _with_copy(subject: Subject, copy: Copy) -> bool:
    return knows(subject, subject.me_with(copy))


def _length_in(run: Run) -> Callable[[str], int]:
    lengths = dict(run.fresh().limits)
    return lambda name: lengths[name]


EXPERIMENTS = (
    Experiment("C8_expiry_untouched", STOP, (ALIVE, DEAD_AT_LIMIT), untouched, worrying=(ALIVE,)),
    Experiment("C9_expiry_polled", STOP, (ALIVE, DEAD_AT_LIMIT), polled, worrying=(ALIVE,)),
)
