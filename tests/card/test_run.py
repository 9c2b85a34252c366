"""Controls: an answer "dead" counts only where something lived before."""

from __future__ import annotations

import pytest

from sessionlab.card.run import Run, knows, tried, wait
from sessionlab.card.simulated import simulated
from sessionlab.card.subject import DEVICE2, NotDone, NotOffered
from sessionlab.design.design import Design

HERE = simulated(Design())


class WithoutClock:
    """A subject on which nothing can be done."""

    def do(self, action: str) -> None:
        raise NotOffered("not_offered")


def test_a_login_that_does_not_stick_voids_what_would_follow():
    run = Run(simulated(Design(cookie_size="over_4096_bytes")))
    with pytest.raises(NotDone, match="login_does_not_stick"):
        run.logged_in()


def test_every_device_has_its_control():
    subject = Run(HERE).logged_in(DEVICE2)
    assert knows(subject, subject.me(DEVICE2), DEVICE2)


def test_a_copy_that_never_lived_is_no_control():
    run = Run(HERE)
    subject = run.logged_in()
    subject.do("clear_store")
    with pytest.raises(NotDone, match="no_living_control"):
        run.living(subject)


def test_asking_stores_nothing_at_the_client():
    subject = Run(simulated(Design(session_type="signed_cookie", session_save="every_request"))).logged_in()
    before = subject.copy()
    subject.do("wait=60")
    subject.me()
    subject.me_with(before)
    assert subject.copy() == before


def test_a_stop_that_only_comes_late_is_told_from_one_that_never_comes():
    cached = Design(
        session_type="jwt", session_store="none", token_revocation="denylist", revocation_cache="seconds_60"
    )
    run = Run(simulated(cached))
    subject = run.logged_in()
    copy = run.living(subject)
    subject.do("logout")
    answer = run.stopped("copy", subject, copy)
    assert (answer.code, answer.limit) == ("dead_at_limit", "revocation_cache")
    assert [one.about for one in run.readings] == ["copy", "copy,later"]


def test_a_reading_keeps_the_request_and_the_actions_that_lead_to_it():
    run = Run(HERE)
    subject = run.logged_in()
    run.known("me", subject, subject.me())
    reading = run.readings[0]
    assert reading.request is not None
    assert reading.request.url.path == "/me"
    assert reading.actions == ("login", "me", "me")
    assert run.read("me") == "known"


def test_another_turn_lets_the_other_instance_answer():
    run = Run(simulated(Design(app_instances="two")))
    first, second = run.logged_in(), run.at(1).logged_in()
    assert first.me().users[0] != second.me().users[0]


def test_what_makes_no_sense_was_tried_and_what_nobody_offers_was_not():
    subject = Run(HERE).fresh()
    assert not tried(subject, "logout")
    assert tried(subject, "visit")
    assert wait(subject, 5)
    with pytest.raises(NotOffered):
        tried(WithoutClock(), "visit")  # type: ignore[arg-type]
    assert not wait(WithoutClock(), 5)  # type: ignore[arg-type]
