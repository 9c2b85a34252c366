"""A running application as a subject."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from sessionlab.card.box import Profile
from sessionlab.card.closed_box import ClosedBox, closed_box
from sessionlab.card.subject import ATTACKER, ELSEWHERE, NotDone, NotOffered, Place, Setting
from sessionlab.cookies.policy import DEFAULT_POLICY
from sessionlab.design.space import design_from
from sessionlab.http.raw import RawRequest, RawResponse
from sessionlab.servers.in_process import InProcess


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


class PublicOnly:
    """A box that can do nothing but answer."""

    def __init__(self, app: InProcess) -> None:
        self._app = app

    def now(self) -> float:
        return self._app.now()

    def exchange(self, raw: RawRequest) -> RawResponse:
        return self._app.exchange(raw)


def subject(loop: asyncio.AbstractEventLoop, **choices: Any) -> ClosedBox:
    return ClosedBox(InProcess(design_from(choices), loop), Profile(), DEFAULT_POLICY)


def test_people_log_in_to_their_own_accounts(loop: asyncio.AbstractEventLoop):
    box = subject(loop)
    box.log_in()
    box.log_in(ATTACKER)
    assert (box.me().users, box.me(ATTACKER).users) == ((box.user,), (box.other,))


def test_a_copy_works_by_itself_and_the_steps_of_the_server_are_unseen(loop: asyncio.AbstractEventLoop):
    box = subject(loop)
    box.log_in()
    told = box.me_with(box.copy(), ELSEWHERE)
    assert told.users == (box.user,)
    assert told.asked is None
    assert told.request is not None
    assert told.request.header("User-Agent") == "second-client/1.0"


def test_an_address_or_a_key_cannot_be_changed_from_outside(loop: asyncio.AbstractEventLoop):
    box = subject(loop)
    box.log_in()
    for place in (Place(address=ATTACKER), Place(key=ATTACKER)):
        with pytest.raises(NotOffered):
            box.me_with(box.copy(), place)


@pytest.mark.parametrize("action", ["clear_store", "rotate_key", "disable_account", "read_log", "revoke_credential"])
def test_nobody_outside_reaches_the_server_s_side(loop: asyncio.AbstractEventLoop, action: str):
    with pytest.raises(NotOffered, match="no_server_side"):
        subject(loop).do(action)


@pytest.mark.parametrize("action", ["wait=5", "restart", "start_request"])
def test_a_box_without_a_clock_or_a_switch_offers_neither(loop: asyncio.AbstractEventLoop, action: str):
    box = ClosedBox(PublicOnly(InProcess(design_from({}), loop)), Profile(), DEFAULT_POLICY)
    box.log_in()
    with pytest.raises(NotOffered, match="not_offered"):
        box.do(action)


def test_what_makes_no_sense_is_refused_with_the_lab_s_reason(loop: asyncio.AbstractEventLoop):
    with pytest.raises(NotDone, match="nothing_to_log_out_from"):
        subject(loop).do("logout")
    with pytest.raises(NotDone, match="no_page"):
        subject(loop).do("run_script=read")


def test_a_page_of_another_site_sends_what_the_browser_lets_it(loop: asyncio.AbstractEventLoop):
    box = subject(loop)
    box.log_in()
    box.do("cross_site_request=form_post:/action")
    assert [(one.request.cookies, one.status) for one in box.heard] == [((), 401)]
    box.do("cross_site_request=link:/action")
    assert box.heard[0].request.cookies


def test_a_script_reads_what_is_not_http_only(loop: asyncio.AbstractEventLoop):
    hidden, open_ = subject(loop), subject(loop, http_only=False)
    for box in (hidden, open_):
        box.log_in()
        box.do("run_script=read")
    assert (len(hidden.learned), len(open_.learned)) == (0, 1)


def test_a_sample_is_of_fresh_logins(loop: asyncio.AbstractEventLoop):
    values = subject(loop).sample(5, ("session_id",))
    assert len(set(values)) == 5


def test_things_in_the_session_are_counted(loop: asyncio.AbstractEventLoop):
    box = subject(loop)
    box.log_in()
    box.do("visit=/cart")
    assert box.kept_for() == box.kept_for(box.copy()) == 1


def test_values_are_taken_out_of_a_jar_and_put_back(loop: asyncio.AbstractEventLoop):
    box = subject(loop)
    box.log_in()
    copy = box.copy()
    box.put(())
    assert box.me().users == (None,)
    box.put(copy)
    assert box.me().users == (box.user,)
    assert box.loosen("http_only")


def test_a_second_instance_cannot_be_started_from_outside(loop: asyncio.AbstractEventLoop):
    fresh = closed_box(lambda: InProcess(design_from({}), loop), Profile())
    assert isinstance(fresh(Setting(third_party_cookies="blocked")), ClosedBox)
    with pytest.raises(NotOffered):
        fresh(Setting(second_instance=True))
