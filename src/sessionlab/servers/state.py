"""The simulated server's memory: one immutable value."""

from __future__ import annotations

from typing import Any

from sessionlab.engine.steps import Account, KeyState, RefreshState
from sessionlab.servers.fleet import History, Place
from sessionlab.tokens.terms import Name, Record, SessionId
from sessionlab.value import Value, replace

VICTIM, ATTACKER = "marko@example.test", "mallory@example.test"
PASSWORDS = ((VICTIM, "correct horse"), (ATTACKER, "open sesame"))
"""What the two people of the lab type at first; who changes a password adds a number behind it."""
_FIRST = dict(PASSWORDS)


class Deed(Value):
    """A state change that the server carried out in a user's name, the Origin that asked for it, and which one."""

    user: str
    asked_from: Any
    role: str
    kind: Any = None


class Entry(Value):
    """A record in a store, and when it was written there."""

    id: SessionId
    record: Record
    place: Place


class Denial(Value):
    """A token on the denylist: until when its own life lasts, and which request put it there, in which second."""

    jti: Name
    until: Any
    number: int
    at: int
    encoding: int = 0


class Remembered(Value):
    """What a verifier was told, by which request it learnt it, and when."""

    key: Any
    answer: Any
    number: int
    at: int


class Seen(Value):
    """An id that was used: for what, by which request, in which second."""

    purpose: str
    id: Any
    number: int
    at: int


class ProviderState(Value):
    """What the identity provider remembers: its sessions, the codes it gave out, and which logins came of them."""

    sessions: tuple[tuple[Any, str], ...] = ()
    codes: tuple[Any, ...] = ()
    logins: tuple[tuple[str, Any], ...] = ()


class ServerState(Value):
    """Everything that the server remembers. `requests` counts requests and so names what they make.

    `entries`: the session stores of all instances. `stale`: what replicas may still show although it was deleted or
    replaced. `remembered`: answers that verifiers may use again. `logins`: remembered logins. `refresh`: refresh
    tokens. `keys`: registered keys. `seen`: ids that were used. `api_tokens`: what the backend keeps for an API, by
    login. `outage`: the denylist cannot be asked. `slow`: by how many seconds the server's clock is behind.
    """

    requests: int = 0
    entries: tuple[Entry, ...] = ()
    stale: tuple[Entry, ...] = ()
    denials: tuple[Denial, ...] = ()
    accounts: tuple[Account, ...] = (Account(VICTIM, 1), Account(ATTACKER, 2))
    deeds: tuple[Deed, ...] = ()
    history: History = ()
    remembered: tuple[Remembered, ...] = ()
    logins: tuple[Any, ...] = ()
    refresh: tuple[RefreshState, ...] = ()
    keys: tuple[KeyState, ...] = ()
    provider: ProviderState = ProviderState()
    api_tokens: tuple[Any, ...] = ()
    seen: tuple[Seen, ...] = ()
    outage: bool = False
    slow: int = 0

    @property
    def sessions(self) -> tuple[tuple[SessionId, Record], ...]:
        """The records of all instances' stores with their ids."""
        return tuple((entry.id, entry.record) for entry in self.entries)

    @property
    def denied(self) -> tuple[tuple[Name, Any], ...]:
        """The denied token ids, and until when."""
        return tuple((denial.jti, denial.until) for denial in self.denials)

    def record(self, id: SessionId) -> Record | None:
        """The session record under an id in any store, or None."""
        return next((entry.record for entry in self.entries if entry.id == id), None)

    def account(self, name: str) -> Account | None:
        """The user record of that name, or None."""
        for account in self.accounts:
            if account.name == name:
                return account
        return None


def password_of(account: Account) -> str:
    """The password of this account today."""
    return account.chosen or _FIRST[account.name]


def next_password(account: Account) -> str:
    """What its owner would choose next."""
    return f"{_FIRST[account.name]} {account.password + 2}"


def changed(account: Account, what: str, value: Any) -> Account:
    """The account after a change (`what` of the step `ChangeAccount`)."""
    if what == "password":
        return replace(account, password=account.password + 1, chosen=value or account.chosen)
    if what == "role":
        return replace(account, role=value)
    if what == "disable":
        return replace(account, enabled=False)
    return replace(account, version=account.version + 1)
