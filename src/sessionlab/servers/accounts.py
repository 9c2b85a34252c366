"""The users of a real server. Their passwords are the lab's own, shown on its page: they protect nothing."""

from __future__ import annotations

import secrets
from typing import Any

from sessionlab.engine.steps import Account
from sessionlab.servers.state import ServerState, changed, password_of


class Accounts:
    """User records in memory, at first those of the simulation."""

    def __init__(self) -> None:
        self._accounts = {account.name: account for account in ServerState().accounts}

    def find(self, name: object) -> Account | None:
        """The user record of that name, or None."""
        return self._accounts.get(name) if isinstance(name, str) else None

    def all(self) -> tuple[Account, ...]:
        """All user records."""
        return tuple(self._accounts.values())

    def has_password(self, name: object, password: object) -> bool:
        """Whether this is the user's password."""
        account = self.find(name)
        if account is None or not isinstance(password, str):
            return False
        return secrets.compare_digest(password_of(account).encode(), password.encode("utf-8", "replace"))

    def change(self, name: str, what: str, value: Any) -> Account:
        """Change a user record in the way of the step `ChangeAccount`. A name that nobody has changes nothing."""
        known = self._accounts.get(name)
        if known is None:
            return Account(name, uid=0)
        account = self._accounts[name] = changed(known, what, value)
        return account
