"""B7, B8: whoever reads logs and Referers, whoever reads the store."""

from __future__ import annotations

from sessionlab.card.experiment import Experiment
from sessionlab.card.experiments.page_script import CAN_COPY, CANNOT
from sessionlab.card.result import ACCESS
from sessionlab.card.run import Answer, Run, knows, tried
from sessionlab.card.subject import Subject

TRACES = (("urls", "read_log"), ("headers", "read_log=headers"), ("referer", "visit=evil"))


def urls_and_logs(run: Run) -> Answer:
    """Log in and ask; search the log of URLs, the application's own log, and the Referer of a link for the value."""
    found = [_finds(run, run.logged_in(), about, action) for about, action in TRACES]
    return Answer(CAN_COPY if any(found) else CANNOT)


def _finds(run: Run, subject: Subject, about: str, action: str) -> bool:
    held = {piece.value for piece in run.carrying(subject)}
    found = tried(subject, action) and bool(held & set(subject.learned))
    run.note(about, "found" if found else "not_found", subject)
    return found


def store_reader(run: Run) -> Answer:
    """Log in; dump the store; try each key as the credential."""
    subject = run.logged_in()
    copy = run.living(subject)
    found = subject.learned if tried(subject, "read_store") else ()
    usable = [value for value in found if knows(subject, subject.me_with(subject.with_value(copy, value)))]
    run.note("keys_of_the_store", "usable" if usable else "not_usable", subject)
    return Answer(CAN_COPY if usable else CANNOT)


EXPERIMENTS = (
    Experiment("B7_url_and_log", ACCESS, (CAN_COPY, CANNOT), urls_and_logs, server_side=True, worrying=(CAN_COPY,)),
    Experiment("B8_store_reader", ACCESS, (CAN_COPY, CANNOT), store_reader, server_side=True, worrying=(CAN_COPY,)),
)
