"""An application called in this process."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator

import pytest

from sessionlab.design.space import design_from
from sessionlab.http.raw import RawRequest, RawResponse
from sessionlab.servers.in_process import InProcess
from sessionlab.servers.state import PASSWORDS, VICTIM

HOST = ("Host", "app.example.test")
FORM = ("Content-Type", "application/x-www-form-urlencoded")
LOGIN = f"user={VICTIM}&password={dict(PASSWORDS)[VICTIM].replace(' ', '+')}".encode()


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


def asked(path: str, cookie: str = "", method: str = "GET", body: bytes = b"") -> RawRequest:
    headers = (HOST, *((FORM,) if body else ()), *((("Cookie", cookie),) if cookie else ()))
    return RawRequest(method, "https", path, headers, body)


def cookie_of(raw: RawResponse) -> str:
    return raw.all("Set-Cookie")[0].partition(";")[0]


def user_of(app: InProcess, cookie: str) -> str | None:
    told: dict[str, str | None] = json.loads(app.exchange(asked("/me", cookie)).body)
    return told["user"]


def logged_in(app: InProcess) -> str:
    return cookie_of(app.exchange(asked("/login", method="POST", body=LOGIN)))


def test_it_answers_and_remembers(loop: asyncio.AbstractEventLoop):
    app = InProcess(design_from({}), loop)
    assert user_of(app, logged_in(app)) == VICTIM
    assert user_of(app, "") is None


def test_time_passes_only_as_it_is_told(loop: asyncio.AbstractEventLoop):
    app = InProcess(design_from({"idle_timeout": "server_side"}), loop)
    cookie = logged_in(app)
    app.wait(1799)
    assert user_of(app, cookie) == VICTIM
    app.wait(1800)
    assert user_of(app, cookie) is None


@pytest.mark.parametrize(("kind", "survives"), [("server_session", False), ("jwt", True)])
def test_a_restart_forgets_what_was_in_memory_and_keeps_the_key(
    loop: asyncio.AbstractEventLoop, kind: str, survives: bool
):
    app = InProcess(design_from({"session_type": kind}), loop)
    cookie = logged_in(app)
    app.restart()
    assert (user_of(app, cookie) == VICTIM) is survives


def test_a_slow_request_waits_until_it_is_let_go(loop: asyncio.AbstractEventLoop):
    """`session_write=upsert`: what it writes at its end brings the deleted record back."""
    app = InProcess(design_from({"session_write": "upsert"}), loop)
    cookie = logged_in(app)
    number = app.begin(asked("/slow/write", cookie, "POST"))
    assert number is not None
    app.exchange(asked("/logout", cookie, "POST"))
    assert user_of(app, cookie) is None
    assert app.finish(number).status == 200
    assert user_of(app, cookie) == VICTIM


def test_a_request_that_is_not_slow_is_answered_at_once(loop: asyncio.AbstractEventLoop):
    app = InProcess(design_from({}), loop)
    assert app.begin(asked("/slow/write", method="POST")) is None


def test_whoever_waits_for_a_locked_session_lets_its_holder_finish(loop: asyncio.AbstractEventLoop):
    app = InProcess(design_from({"session_write": "locked"}), loop)
    cookie = logged_in(app)
    number = app.begin(asked("/slow/write", cookie, "POST"))
    assert number is not None
    assert user_of(app, cookie) == VICTIM
    assert app.finish(number).status == 200


def test_a_restart_ends_what_waits(loop: asyncio.AbstractEventLoop):
    app = InProcess(design_from({}), loop)
    assert app.begin(asked("/slow/write", logged_in(app), "POST")) is not None
    app.restart()
    assert app.exchange(asked("/me")).status == 401
