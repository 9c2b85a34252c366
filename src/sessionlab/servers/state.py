"""The simulated server's memory: one immutable value."""

from __future__ import annotations

from typing import Any

from sessionlab.engine.steps import Account
from sessionlab.tokens.terms import Name, Record, SessionId
from sessionlab.value import Value, replace

VICTIM, ATTACKER = "marko@example.test", "mallory@example.test"
PASSWORDS = ((VICTIM, "correct horse"), (ATTACKER, "open sesame"))
"""What the two people of the lab type at first; a change of password adds a number behind it."""


class Deed(Value):
    """A state change that the server carried out in a user's name, and the Origin that asked for it."""

    user: str
    asked_from: Any
    role: str


class ServerState(Value):
    """Everything that the server remembers. `requests` counts requests and so names what they make."""

    requests: int = 0
    sessions: tuple[tuple[SessionId, Record], ...] = ()
    denied: tuple[tuple[Name, Any], ...] = ()
    accounts: tuple[Account, ...] = (Account(VICTIM, 1), Account(ATTACKER, 2))
    deeds: tuple[Deed, ...] = ()

    def record(self, id: SessionId) -> Record | None:
        """The session record under an id, or None."""
        for known, record in self.sessions:
            if known == id:
                return record
        return None

    def account(self, name: str) -> Account | None:
        """The user record of that name, or None."""
        for account in self.accounts:
            if account.name == name:
                return account
        return None


def password_of(account: Account) -> str:
    """What the rightful user types for this account today."""
    first = dict(PASSWORDS)[account.name]
    return first if account.password == 0 else f"{first} {account.password + 1}"


def changed(account: Account, what: str, value: Any) -> Account:
    """The account after a change (`what` of the step `ChangeAccount`)."""
    if what == "password":
        return replace(account, password=account.password + 1)
    if what == "role":
        return replace(account, role=value)
    if what == "disable":
        return replace(account, enabled=False)
    return replace(account, version=account.version + 1)
