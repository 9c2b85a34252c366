"""B6: does a value that the attacker knew before become the user's login?"""

from __future__ import annotations

from sessionlab.card.experiment import Experiment
from sessionlab.card.experiments.page_script import CANNOT
from sessionlab.card.result import ACCESS
from sessionlab.card.run import Answer, Run, knows
from sessionlab.card.subject import ATTACKER, COOKIE, ELSEWHERE, VICTIM, Copy, Subject

FIXATION = "fixation"
IN, SAFE, ADOPTED, REFUSED, NOT_APPLICABLE = (
    "attacker_in",
    "safe",
    "adopted_while_anonymous",
    "refused",
    "not_applicable",
)


def planted_id(run: Run) -> Answer:
    """Plant an id that was issued to the attacker (B6a), or invented (B6b); the user logs in; the attacker asks."""
    issued = run.note("issued", *_issued(run.fresh()))
    subject = run.fresh()
    invented = run.note("invented", _invented(run, subject), subject)
    subject = run.fresh()
    run.note("value_at_login", _at_login(run, subject), subject)
    return Answer(FIXATION if IN in (issued, invented) else CANNOT)


def _issued(subject: Subject) -> tuple[str, Subject]:
    copy = _before_login(subject, ATTACKER)
    return (IN if _logs_in_with(subject, copy) else SAFE), subject


def _before_login(subject: Subject, who: str) -> Copy:
    """What a client holds that has visited and put something into its cart, and not logged in."""
    subject.do(f"{who}:visit")
    subject.do(f"{who}:visit=/cart")
    return tuple(piece for piece in subject.copy(who) if piece.where == COOKIE)


def _logs_in_with(subject: Subject, copy: Copy) -> bool:
    """The user's browser gets these cookies and logs in; is whoever else has them the user now?"""
    if not copy:
        return False
    subject.put(copy)
    subject.log_in()
    return knows(subject, subject.me_with(copy, ELSEWHERE))


def _invented(run: Run, subject: Subject) -> str:
    model = run.logged_in()
    copy = model.invented(model.copy())
    if copy is None:
        return NOT_APPLICABLE
    if _logs_in_with(subject, copy):
        return IN
    adopting = run.fresh()
    adopting.put(copy)
    adopting.do("visit=/cart")
    return ADOPTED if adopting.kept_for(copy) else REFUSED


def _at_login(run: Run, subject: Subject) -> str:
    """Does the login change the value that the browser had before?"""
    before = {piece.value for piece in _before_login(subject, VICTIM) if piece.name in run.carriers()}
    if not before:
        return "none_before"
    subject.log_in()
    after = {piece.value for piece in subject.copy()}
    return "kept" if before <= after else "changed"


EXPERIMENTS = (Experiment("B6_planted_id", ACCESS, (FIXATION, CANNOT), planted_id, worrying=(FIXATION,)),)
