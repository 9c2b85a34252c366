"""The real server: the steps of the same logic, answered by a store, a clock and real cryptography.

Nothing here decides anything about sessions. What is asked, and in what order, is the logic's business.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

from sessionlab.crypto.ids import Ids
from sessionlab.crypto.keys import Keys, fresh_keys
from sessionlab.design.design import Design
from sessionlab.engine import steps as s
from sessionlab.engine.durations import ABSOLUTE_LIMIT, DAY, IDLE_LIMIT
from sessionlab.engine.routes import answer
from sessionlab.engine.steps import Logic, Step
from sessionlab.http.message import Request, Response
from sessionlab.servers.accounts import Accounts
from sessionlab.servers.credentials import Credentials
from sessionlab.servers.state import Deed
from sessionlab.stores.port import Denylist, Store
from sessionlab.tokens.terms import Record, RefreshToken, RememberToken, Secret, SessionId, StateCookie, Token
from sessionlab.value import replace

HOUSEKEEPING = DAY
"""A store forgets a record so long after the logic would have refused it: that the record ended is still noticed."""

Pause = Callable[[tuple[str, ...]], Awaitable[None]]
"""Where a slow handler waits. It is told which sessions the request has locked."""


@dataclass
class Materialised:
    """A design as a running server. `clock` gives seconds; `deeds` is what was done in users' names so far."""

    design: Design
    store: Store
    denylist: Denylist
    clock: Callable[[], float]
    pause: Pause
    keys: Keys = field(default_factory=fresh_keys)
    accounts: Accounts = field(default_factory=Accounts)
    deeds: list[Deed] = field(default_factory=list)
    housekeeping: float = HOUSEKEEPING
    refresh: dict[RefreshToken, s.RefreshState] = field(default_factory=dict)
    logins: set[RememberToken] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.credentials = Credentials(self.design, self.keys)
        self.ids = Ids(self.clock)

    async def answer(self, request: Request) -> tuple[Response, tuple[Step, ...]]:
        """Answer one request. Also gives the steps that the logic took, for whoever wants to tell them."""
        steps: list[Step] = []
        response: Response = await self.drive(answer(request, self.design), steps)
        return response, tuple(steps)

    async def drive(self, logic: Logic[Any], steps: list[Step] | None = None) -> Any:
        """Drive any logic to its end: a request's, or what an operator does."""
        taken = [] if steps is None else steps
        async with AsyncExitStack() as locks:
            answers = _Answers(self, locks)
            known: Any = None
            try:
                while True:
                    step = logic.send(known)
                    taken.append(step)
                    known = await _HANDLERS[type(step)](answers, step)
            except StopIteration as finished:
                return finished.value


class _Answers:
    """The answers to the steps of one request, with the locks that it holds until its end."""

    def __init__(self, server: Materialised, locks: AsyncExitStack) -> None:
        self._server = server
        self._store = server.store
        self._locks = locks
        self._held: tuple[str, ...] = ()

    async def nothing(self, step: Step) -> None:
        """A note needs no answer."""

    async def now(self, step: s.Now) -> int:
        return int(self._server.clock())

    async def new_id(self, step: s.NewId) -> SessionId:
        return SessionId(self._server.ids.make(self._server.design.session_id_generator))

    async def new_secret(self, step: s.NewSecret) -> Secret:
        return self._server.credentials.new_secret(self._server.ids.secret(), step.use)

    async def new_jti(self, step: s.NewJti) -> str:
        return self._server.ids.secret()

    async def look_up(self, step: s.LookUp) -> Record | None:
        key = step.id.made
        if self._server.design.session_write == "locked" and key not in self._held:
            await self._locks.enter_async_context(self._store.lock(key))
            self._held = (*self._held, key)
        return await self._store.get(key)

    async def create(self, step: s.Create) -> None:
        await self._store.put(step.id.made, step.record, self._seconds(step.record))

    async def update(self, step: s.Update) -> bool:
        # When a session was last used is the store's own note; a late write of an older copy does not turn it back.
        record = replace(step.record, seen=int(self._server.clock()))
        return await self._store.update(step.id.made, record, self._seconds(record))

    async def touch(self, step: s.Touch) -> bool:
        known = await self._store.get(step.id.made)
        if known is None:
            return False
        now = int(self._server.clock())
        return await self._store.touch(step.id.made, now, self._seconds(replace(known, seen=now)))

    async def delete(self, step: s.Delete) -> bool:
        return await self._store.delete(step.id.made)

    async def count_sessions(self, step: s.CountSessions) -> int:
        return await self._store.count(step.user, step.without.made if step.without else None)

    async def delete_all(self, step: s.DeleteAll) -> int:
        return await self._store.delete_all(step.user, step.keep.made if step.keep else None)

    async def deny(self, step: s.Deny) -> None:
        await self._server.denylist.deny(step.jti, step.until)

    async def is_denied(self, step: s.IsDenied) -> float | None:
        return await self._server.denylist.denied_until(step.jti)

    async def current_version(self, step: s.CurrentVersion) -> int:
        account = self._server.accounts.find(step.name)
        return -1 if account is None else account.version

    async def keep_refresh(self, step: s.KeepRefresh) -> None:
        self._server.refresh[step.token] = s.RefreshState(step.token)

    async def find_refresh(self, step: s.FindRefresh) -> s.RefreshState | None:
        return self._server.refresh.get(step.token)

    async def use_refresh(self, step: s.UseRefresh) -> None:
        known = self._server.refresh[step.token]
        if known.used is None:
            self._server.refresh[step.token] = replace(known, used=int(self._server.clock()))

    async def revoke_family(self, step: s.RevokeFamily) -> None:
        for token, known in self._server.refresh.items():
            if token.family == step.family:
                self._server.refresh[token] = replace(known, revoked=True)

    async def keep_login(self, step: s.KeepLogin) -> None:
        self._server.logins.add(step.token)

    async def knows_login(self, step: s.KnowsLogin) -> bool:
        return step.token in self._server.logins

    async def forget_logins(self, step: s.ForgetLogins) -> None:
        gone = {one for one in self._server.logins if one.user == step.user and step.token in (None, one)}
        self._server.logins -= gone

    async def find_account(self, step: s.FindAccount) -> s.Account | None:
        return self._server.accounts.find(step.name)

    async def check_password(self, step: s.CheckPassword) -> bool:
        return self._server.accounts.has_password(step.name, step.password)

    async def change_account(self, step: s.ChangeAccount) -> s.Account:
        return self._server.accounts.change(step.name, step.what, step.value)

    async def sign(self, step: s.Sign) -> Token:
        return self._server.credentials.sign(step.claims)

    async def seal(self, step: s.Seal) -> StateCookie:
        return self._server.credentials.seal(step.record)

    async def verify(self, step: s.Verify) -> bool:
        return self._server.credentials.is_genuine(step.token)

    async def check_seal(self, step: s.CheckSeal) -> bool:
        return self._server.credentials.is_genuine(step.cookie)

    async def check_mac(self, step: s.CheckMac) -> bool:
        return self._server.credentials.is_genuine(step.reference)

    async def perform(self, step: s.Perform) -> None:
        self._server.deeds.append(Deed(step.user, step.asked_from, step.role, step.kind))

    async def wait(self, step: s.Pause) -> None:
        await self._server.pause(self._held)

    def _seconds(self, record: Record) -> float | None:
        """How long the store need keep a record: until the logic would refuse it anyway, and a while longer."""
        design = self._server.design
        ends = []
        if design.idle_timeout == "server_side":
            ends.append(record.seen + IDLE_LIMIT)
        if design.absolute_timeout == "server_side":
            ends.append(record.created + ABSOLUTE_LIMIT)
        return min(ends) - self._server.clock() + self._server.housekeeping if ends else None


_HANDLERS: dict[type, Callable[[_Answers, Any], Awaitable[Any]]] = {
    s.Now: _Answers.now,
    s.NewId: _Answers.new_id,
    s.NewSecret: _Answers.new_secret,
    s.NewJti: _Answers.new_jti,
    s.LookUp: _Answers.look_up,
    s.Create: _Answers.create,
    s.Update: _Answers.update,
    s.Touch: _Answers.touch,
    s.Delete: _Answers.delete,
    s.CountSessions: _Answers.count_sessions,
    s.DeleteAll: _Answers.delete_all,
    s.Deny: _Answers.deny,
    s.IsDenied: _Answers.is_denied,
    s.CurrentVersion: _Answers.current_version,
    s.KeepRefresh: _Answers.keep_refresh,
    s.FindRefresh: _Answers.find_refresh,
    s.UseRefresh: _Answers.use_refresh,
    s.RevokeFamily: _Answers.revoke_family,
    s.KeepLogin: _Answers.keep_login,
    s.KnowsLogin: _Answers.knows_login,
    s.ForgetLogins: _Answers.forget_logins,
    s.FindAccount: _Answers.find_account,
    s.CheckPassword: _Answers.check_password,
    s.ChangeAccount: _Answers.change_account,
    s.Sign: _Answers.sign,
    s.Verify: _Answers.verify,
    s.Seal: _Answers.seal,
    s.CheckSeal: _Answers.check_seal,
    s.CheckMac: _Answers.check_mac,
    s.Perform: _Answers.perform,
    s.Pause: _Answers.wait,
    s.Note: _Answers.nothing,
}
