"""The simulated server's memory: one immutable value."""

from __future__ import annotations

from typing import Any

from sessionlab.engine.steps import Account
from sessionlab.tokens.terms import Name, Record, SessionId
from sessionlab.value import Value, replace

VICTIM, ATTACKER = "marko@example.test", "mallory@example.test"
PASSWORDS = ((VICTIM, "correct horse"), (ATTACKER, "open sesame"))
"""What the two people of the lab type at first; who changes a password adds a number behind it."""
_FIRST = dict(PASSWORDS)


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
