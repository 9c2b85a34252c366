"""The answers to the steps of one request on a real server."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any

from sessionlab.crypto.ids import digest
from sessionlab.engine import steps as s
from sessionlab.engine.durations import ABSOLUTE_LIMIT, IDLE_LIMIT
from sessionlab.engine.steps import Step
from sessionlab.servers.credentials import KEY_PREFIX
from sessionlab.servers.revocations import MEMORIES, SHORT_ENTRY, recalled
from sessionlab.servers.state import Deed
from sessionlab.stores.port import Unreachable
from sessionlab.tokens.terms import Record, Secret, SessionId, StateCookie, Token
from sessionlab.value import replace

if TYPE_CHECKING:
    from sessionlab.servers.materialised import Materialised


class _Answers:
    """The answers to the steps of one request, with the locks that it holds until its end."""

    def __init__(self, server: Materialised, locks: AsyncExitStack) -> None:
        self._server = server
        self._design = server.design
        self._store = server.store
        self._database = server.database
        self._locks = locks
        self._held: tuple[str, ...] = ()

    async def nothing(self, step: Step) -> None:
        """A note needs no answer."""

    async def now(self, step: s.Now) -> int:
        return int(self._server.clock() - self._server.slow)

    async def new_id(self, step: s.NewId) -> SessionId:
        how = self._design.session_id_generator
        id = SessionId(self._database.ids.make(how))
        # A counter that begins anew over a store that was kept would give out numbers that are in use.
        while how == "counter" and await self._store.get(self._key(id)) is not None:
            id = SessionId(self._database.ids.make(how))
        return id

    async def new_secret(self, step: s.NewSecret) -> Secret:
        return self._server.credentials.new_secret(self._database.ids.secret(), step.use)

    async def new_jti(self, step: s.NewJti) -> str:
        prefix = KEY_PREFIX if self._design.session_type == "api_key" else ""
        return prefix + self._database.ids.secret()

    # Sessions

    async def look_up(self, step: s.LookUp) -> Record | None:
        key = self._key(step.id)
        if self._design.session_write == "locked" and key not in self._held:
            await self._locks.enter_async_context(self._store.lock(key))
            self._held = (*self._held, key)
        return await self._store.get(key)

    async def create(self, step: s.Create) -> None:
        await self._store.put(self._key(step.id), step.record, self._seconds(step.record))
        if self._design.store_evicts_live_entries:
            await self._server.make_room()

    async def update(self, step: s.Update) -> bool:
        # When a session was last used is the store's own note; a late write of an older copy does not turn it back.
        record = replace(step.record, seen=int(self._server.clock()))
        return await self._store.update(self._key(step.id), record, self._seconds(record))

    async def touch(self, step: s.Touch) -> bool:
        key = self._key(step.id)
        known = await self._store.get(key)
        if known is None:
            return False
        now = int(self._server.clock())
        return await self._store.touch(key, now, self._seconds(replace(known, seen=now)))

    async def delete(self, step: s.Delete) -> bool:
        return await self._store.delete(self._key(step.id))

    async def count_sessions(self, step: s.CountSessions) -> int:
        return await self._store.count(step.user, self._key(step.without) if step.without else None)

    async def delete_all(self, step: s.DeleteAll) -> int:
        return await self._store.delete_all(step.user, self._key(step.keep) if step.keep else None)

    def _key(self, id: SessionId) -> str:
        """What a session is called in the store: its id, or a digest from which nobody learns it."""
        text = str(id.made)
        return digest(text) if self._design.store_key_form == "hashed" else text

    def _seconds(self, record: Record) -> float | None:
        """How long the store need keep a record: until the logic would refuse it anyway, and a while longer."""
        ends = []
        if self._design.idle_timeout == "server_side":
            ends.append(record.seen + IDLE_LIMIT)
        if self._design.absolute_timeout == "server_side":
            ends.append(record.created + ABSOLUTE_LIMIT)
        return min(ends) - self._server.clock() + self._server.housekeeping if ends else None

    # What is called back

    async def deny(self, step: s.Deny) -> None:
        listed = step.until if self._design.token_revocation == "denylist" else math.inf
        if self._design.denylist_entry_lifetime == "shorter_than_exp" and listed != math.inf:
            listed = min(listed, self._server.clock() + SHORT_ENTRY)
        await self._server.denylist.deny(self._listed_as(step), step.until, listed)

    async def is_denied(self, step: s.IsDenied) -> float | None:
        strategy = self._design.token_revocation
        if strategy == "introspection" and step.jti not in self._database.issued:
            return math.inf
        try:
            until = await self._server.denylist.denied_until(self._listed_as(step))
        except Unreachable:
            return math.inf if self._design.denylist_outage == "fail_closed" else None
        if until is None or until > self._server.clock():
            return until
        # A list drops a token that would have expired by itself; the issuer's own knowledge does not end.
        return None if strategy == "denylist" else math.inf

    def _listed_as(self, step: s.Deny | s.IsDenied) -> str:
        # Only a list of its own goes by what was presented; an issuer knows its tokens by their ids.
        is_list = self._design.token_revocation == "denylist"
        by_text = is_list and self._design.denylist_key == "raw_token_hash" and step.encoding
        return f"{step.encoding:x}" if by_text else str(step.jti)

    async def current_version(self, step: s.CurrentVersion) -> int:
        account = self._database.accounts.find(step.name)
        return -1 if account is None else account.version

    async def introspect(self, step: s.Introspect) -> str:
        claims = self._database.opaque.get(self._server.credentials.write(step.token))
        if claims is None:
            return "unknown_token"
        if claims.exp <= self._server.clock():
            return "token_expired"
        denied = await self.is_denied(s.IsDenied(claims.jti))
        return "active" if denied is None else "token_denied"

    async def seen_before(self, step: s.SeenBefore) -> bool:
        memory = getattr(self._design, MEMORIES[step.purpose])
        ids = self._server.used if memory == "per_instance" else self._database.used
        age = ids.use(step.purpose, str(step.id), self._server.clock())
        return age is not None and recalled(memory, age) != "nowhere"

    # What all instances share

    async def keep_refresh(self, step: s.KeepRefresh) -> None:
        self._database.refresh[step.token] = s.RefreshState(step.token)

    async def find_refresh(self, step: s.FindRefresh) -> s.RefreshState | None:
        return self._database.refresh.get(step.token)

    async def use_refresh(self, step: s.UseRefresh) -> None:
        self._database.use_refresh(step.token)

    async def revoke_family(self, step: s.RevokeFamily) -> None:
        self._database.revoke_family(step.family)

    async def keep_login(self, step: s.KeepLogin) -> None:
        self._database.logins.add(step.token)

    async def knows_login(self, step: s.KnowsLogin) -> bool:
        return step.token in self._database.logins

    async def forget_logins(self, step: s.ForgetLogins) -> None:
        self._database.forget_logins(step.user, step.token)

    async def keep_key(self, step: s.KeepKey) -> None:
        self._database.keep_key(step.key, step.user)

    async def find_key(self, step: s.FindKey) -> s.KeyState | None:
        return self._database.keys.get(step.key)

    async def revoke_keys(self, step: s.RevokeKeys) -> None:
        self._database.revoke_keys(step.user)

    async def find_account(self, step: s.FindAccount) -> s.Account | None:
        return self._database.accounts.find(step.name)

    async def check_password(self, step: s.CheckPassword) -> bool:
        return self._database.accounts.has_password(step.name, step.password)

    async def change_account(self, step: s.ChangeAccount) -> s.Account:
        return self._database.accounts.change(step.name, step.what, step.value)

    async def perform(self, step: s.Perform) -> None:
        self._database.deeds.append(Deed(step.user, step.asked_from, step.role, step.kind))

    # Cryptography

    async def sign(self, step: s.Sign) -> Token:
        self._database.issued.add(step.claims.jti)
        return self._server.credentials.sign(step.claims)

    async def seal(self, step: s.Seal) -> StateCookie:
        return self._server.credentials.seal(step.record)

    async def verify(self, step: s.Verify) -> bool:
        return self._server.credentials.is_genuine(step.token)

    async def check_seal(self, step: s.CheckSeal) -> bool:
        return self._server.credentials.is_genuine(step.cookie)

    async def check_mac(self, step: s.CheckMac) -> bool:
        return self._server.credentials.is_genuine(step.reference)

    async def wait(self, step: s.Pause) -> None:
        await self._server.pause(self._held)


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
    s.Introspect: _Answers.introspect,
    s.SeenBefore: _Answers.seen_before,
    s.KeepRefresh: _Answers.keep_refresh,
    s.FindRefresh: _Answers.find_refresh,
    s.UseRefresh: _Answers.use_refresh,
    s.RevokeFamily: _Answers.revoke_family,
    s.KeepLogin: _Answers.keep_login,
    s.KnowsLogin: _Answers.knows_login,
    s.ForgetLogins: _Answers.forget_logins,
    s.KeepKey: _Answers.keep_key,
    s.FindKey: _Answers.find_key,
    s.RevokeKeys: _Answers.revoke_keys,
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

ANSWERED = frozenset(_HANDLERS)
"""The steps that a real server answers."""


def answering(server: Materialised, locks: AsyncExitStack) -> Callable[[Step], Awaitable[Any]]:
    """What answers the steps of one request. `locks` holds the sessions that it locks, until the request's end."""
    answers = _Answers(server, locks)

    async def answer(step: Step) -> Any:
        return await _HANDLERS[type(step)](answers, step)

    return answer
