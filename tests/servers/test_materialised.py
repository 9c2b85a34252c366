from __future__ import annotations

import asyncio
from typing import Any

import pytest

from sessionlab.design.space import design_from
from sessionlab.engine import operations
from sessionlab.engine import steps as s
from sessionlab.http.message import Request, Response
from sessionlab.http.url import parse_url
from sessionlab.servers.answers import ANSWERED
from sessionlab.servers.database import Database
from sessionlab.servers.materialised import HOUSEKEEPING, Materialised
from sessionlab.servers.state import PASSWORDS, VICTIM
from sessionlab.stores.denylist import MemoryDenylist
from sessionlab.stores.memory import MemoryStore
from sessionlab.value import replace

NOW = 1_798_797_600.0


class Running:
    """A server with a clock that the test turns, and slow requests that wait until the test lets them go on."""

    def __init__(self, **choices: object) -> None:
        self.now = NOW
        self.gate = asyncio.Event()
        self.held: list[tuple[str, ...]] = []
        self.store = MemoryStore(self.clock)
        denylist, database = MemoryDenylist(self.clock), Database(self.clock)
        self.server = Materialised(design_from(choices), self.store, denylist, self.clock, self.pause, database)

    def clock(self) -> float:
        return self.now

    async def pause(self, held: tuple[str, ...]) -> None:
        self.held.append(held)
        await self.gate.wait()

    async def ask(self, method: str, path: str, cookie: Any = None, **fields: str) -> Response:
        cookies = (("session_id", cookie),) if cookie is not None else ()
        url = replace(parse_url("https://app.example.test/"), path=path)
        response, self.steps = await self.server.answer(Request(method, url, cookies, fields=tuple(fields.items())))
        return response

    async def login(self) -> Any:
        response = await self.ask("POST", "/login", user=VICTIM, password=dict(PASSWORDS)[VICTIM])
        return response.set_cookies[0].value


OF_DESIGNS_NOT_SERVED = {
    *(s.ProviderUser, s.ProviderBegin, s.ProviderEnd, s.NewCode, s.RedeemCode),
    *(s.KeepTokens, s.NoteLogin, s.LoginsFrom),
}
"""Steps that only identity providers and clients of other APIs ask for."""


def test_every_step_has_an_answer():
    every_step = {step for step in vars(s).values() if isinstance(step, type) and step in s.Step.__args__}
    assert every_step - OF_DESIGNS_NOT_SERVED == ANSWERED


def test_a_login_leaves_a_record_and_its_steps_are_told():
    async def play() -> None:
        running = Running()
        cookie = await running.login()
        assert [type(step).__name__ for step in running.steps] == [
            "CheckPassword", "FindAccount", "Now", "NewId", "Create",
        ]  # fmt: skip
        assert [key for key, _ in await running.store.records()] == [cookie.id.made]
        assert (await running.ask("GET", "/me", cookie)).user == VICTIM

    asyncio.run(play())


def test_a_store_forgets_only_after_the_logic_would_have_refused():
    async def play() -> None:
        running = Running(idle_timeout="server_side")
        cookie = await running.login()
        running.now += 30 * 60
        assert (await running.ask("GET", "/me", cookie)).ground == "idle_limit"
        cookie = await running.login()
        running.now += 30 * 60 + HOUSEKEEPING
        assert (await running.ask("GET", "/me", cookie)).ground == "unknown_session_id"

    asyncio.run(play())


def test_without_limits_of_the_server_a_record_stays():
    async def play() -> None:
        running = Running()
        cookie = await running.login()
        running.now += 10 * HOUSEKEEPING
        assert (await running.ask("GET", "/me", cookie)).user == VICTIM

    asyncio.run(play())


def test_a_locked_session_makes_the_next_request_wait():
    async def play() -> None:
        running = Running(session_write="locked")
        cookie = await running.login()
        slow = asyncio.create_task(running.ask("POST", "/slow/write", cookie))
        await asyncio.sleep(0)
        me = asyncio.create_task(running.ask("GET", "/me", cookie))
        for _ in range(20):
            await asyncio.sleep(0)
        assert running.held == [(cookie.id.made,)]
        assert not me.done()
        running.gate.set()
        assert (await slow).status == 200
        assert (await me).user == VICTIM

    asyncio.run(play())


def test_an_unlocked_session_makes_nobody_wait():
    async def play() -> None:
        running = Running()
        cookie = await running.login()
        slow = asyncio.create_task(running.ask("POST", "/slow/write", cookie))
        await asyncio.sleep(0)
        assert (await running.ask("GET", "/me", cookie)).user == VICTIM
        assert running.held == [()]
        running.gate.set()
        await slow

    asyncio.run(play())


def test_operators_work_without_a_request():
    async def play() -> None:
        running = Running(account_disable_revokes=True)
        cookie = await running.login()
        await running.server.drive(operations.disable(VICTIM, running.server.design))
        assert await running.store.records() == ()
        assert (await running.ask("GET", "/me", cookie)).status == 401

    asyncio.run(play())


def test_a_forged_user_whom_nobody_knows_breaks_nothing():
    async def play() -> None:
        running = Running(session_type="unsigned_cookie")
        cookie = await running.login()
        credentials = running.server.credentials
        forged = credentials.seal(replace(cookie.record, user="nobody@example.test"))
        response = await running.ask("POST", "/password", forged, new_password="x")
        assert response.status == 200
        assert running.server.database.accounts.find("nobody@example.test") is None

    asyncio.run(play())


@pytest.mark.parametrize("kind", ["server_session", "jwt", "signed_cookie", "encrypted_cookie", "unsigned_cookie"])
def test_no_credential_gets_far_that_says_nothing(kind: str):
    async def play() -> None:
        running = Running(session_type=kind)
        garbled = running.server.credentials.read("~")
        for path in ("/me", "/", "/cart"):
            assert (await running.ask("GET", path, garbled)).user is None
        for path in ("/logout", "/action", "/password", "/slow/write"):
            assert (await running.ask("POST", path, garbled)).user is None

    asyncio.run(play())
