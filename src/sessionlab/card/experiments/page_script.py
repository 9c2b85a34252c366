"""B1, B2: what a script in the application's own page can take, and what it can do without taking anything."""

from __future__ import annotations

from sessionlab.card.experiment import Experiment
from sessionlab.card.result import ACCESS
from sessionlab.card.run import Answer, Run
from sessionlab.card.subject import Copy, Subject

CAN_COPY, CAN_USE, CANNOT = "can_copy", "can_use", "cannot"
SEEN, NOT_SEEN = "seen", "not_seen"


def script_copies(run: Run) -> Answer:
    """Log in; `document.cookie` and web storage, and then the page's memory, read by a page script."""
    subject = run.logged_in()
    copy = run.carrying(subject)
    seen = [_reads(run, subject, copy, way) for way in ("read", "tokens")]
    if not any(seen):
        loose = run.logged_in()
        if loose.loosen("http_only"):
            _reads(run, loose, run.carrying(loose), "read", "without_http_only")
    return Answer(CAN_COPY if any(seen) else CANNOT)


def _reads(run: Run, subject: Subject, copy: Copy, way: str, about: str = "") -> bool:
    subject.do(f"run_script={way}")
    seen = bool({piece.value for piece in copy} & set(subject.learned))
    run.note(about or way, SEEN if seen else NOT_SEEN, subject)
    return seen


def script_uses(run: Run) -> Answer:
    """Log in; a page script requests `/me`."""
    subject = run.logged_in()
    subject.do("run_script=act")
    known = run.known("me", subject, subject.me())
    return Answer(CAN_USE if known else CANNOT)


EXPERIMENTS = (
    Experiment("B1_page_script", ACCESS, (CAN_COPY, CANNOT), script_copies, worrying=(CAN_COPY,)),
    Experiment("B2_page_script_uses", ACCESS, (CAN_USE, CANNOT), script_uses),
)
