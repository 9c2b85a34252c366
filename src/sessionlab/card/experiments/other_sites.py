"""B4: which requests that another site causes carry the login, and which of them change something."""

from __future__ import annotations

from sessionlab.card.experiment import Experiment
from sessionlab.card.experiments.page_script import CAN_USE, CANNOT
from sessionlab.card.result import ACCESS, NOT_TESTED
from sessionlab.card.run import Answer, Run, wait
from sessionlab.card.subject import Setting, Subject, carries

KINDS = ("link", "form_post", "img", "iframe", "fetch", "websocket")
OLD = 130
"""Seconds after which a cookie is no longer young (Chromium: two minutes)."""
DONE = 200
FORGED, ATTACHED, NOT_ATTACHED = "state_changed", "attached", "not_attached"
LOOSE = "without_same_site"
AGES, COOKIES = ("young", "old"), ("allowed", "blocked")


def cross_site_sending(run: Run) -> Answer:
    """From another site: link, form, image, frame, fetch, WebSocket; cookie young and old, third-party or not."""
    seen = {_sent(run, kind, age, cookies) for cookies in COOKIES for age in AGES for kind in KINDS}
    if NOT_ATTACHED in seen:
        _loosened(run)
    return Answer(FORGED if FORGED in seen else CAN_USE if ATTACHED in seen else CANNOT)


def _loosened(run: Run) -> None:
    """Would more kinds carry the login if its cookie had SameSite=None?"""
    withheld = [kind for kind in KINDS if run.read(f"{kind},old,allowed") == NOT_ATTACHED]
    for kind in withheld:
        subject = run.logged_in(setting=Setting(third_party_cookies="allowed"))
        wait(subject, OLD)
        if subject.loosen("same_site"):
            run.note(f"{kind},{LOOSE}", _of(run, subject, kind), subject)


def _sent(run: Run, kind: str, age: str, cookies: str) -> str:
    subject = run.logged_in(setting=Setting(third_party_cookies=cookies))
    if age == "old" and not wait(subject, OLD):
        return NOT_TESTED
    return run.note(f"{kind},{age},{cookies}", _of(run, subject, kind), subject)


def _of(run: Run, subject: Subject, kind: str) -> str:
    """What one kind of request did: nothing, carry the login, or change the state."""
    copy = run.carrying(subject)
    subject.do(f"cross_site_request={kind}" + ("" if kind == "websocket" else ":/action"))
    attached = [one for one in subject.heard if carries(one.request, copy)]
    if not attached:
        return NOT_ATTACHED
    return FORGED if kind != "websocket" and any(one.status == DONE for one in attached) else ATTACHED


EXPERIMENTS = (
    Experiment("B4_cross_site_sending", ACCESS, (FORGED, CAN_USE, CANNOT), cross_site_sending, worrying=(FORGED,)),
)
